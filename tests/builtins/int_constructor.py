print(int(), int("42"), int(" -7 "), int("1_000"), int(3.9), int(-3.9), int(True))
print(int("ff", 16), int("0xff", 16), int("0b11", 0), int("z", 36), int("-101", 2), int(b"12"))
for call in (
    lambda: int("x"),
    lambda: int(""),
    lambda: int("1.5"),
    lambda: int("12", 2),
    lambda: int(None),
    lambda: int([]),
    lambda: int(5, 2),
    lambda: int("1", 40),
    lambda: int(float("nan")),
    lambda: int(float("inf")),
):
    try:
        call()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)

# expect: 0 42 -7 1000 3 -3 1
# expect: 255 255 3 35 -5 12
# expect: ValueError invalid literal for int() with base 10: 'x'
# expect: ValueError invalid literal for int() with base 10: ''
# expect: ValueError invalid literal for int() with base 10: '1.5'
# expect: ValueError invalid literal for int() with base 2: '12'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: TypeError int() can't convert non-string with explicit base
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
