print(float(), float("1.5"), float(" -2e3 "), float(3), float("inf"), float("-Infinity"), float("nan"), float("1_0.5"))
for call in (lambda: float("x"), lambda: float(""), lambda: float(None), lambda: float(10**400)):
    try:
        call()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)

# expect: 0.0 1.5 -2000.0 3.0 inf -inf nan 10.5
# expect: ValueError could not convert string to float: 'x'
# expect: ValueError could not convert string to float: ''
# expect: TypeError float() argument must be a string or a real number, not 'NoneType'
# expect: OverflowError int too large to convert to float
