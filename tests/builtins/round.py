print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(5), round(1234, -2), round(15, -1))
print(round(2.4), type(round(2.4)), round(2.4, 0), type(round(2.4, 0)), round(1.005, 2), round(0.1 + 0.2, 10), round(7, None))
for call in (lambda: round("x"), lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(1.5, "a")):
    try:
        call()
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)

# expect: 2 4 -2 2.67 1200.0 5 1200 20
# expect: 2 <class 'int'> 2.0 <class 'float'> 1.0 0.3 7
# expect: TypeError type str doesn't define __round__ method
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
# expect: TypeError 'str' object cannot be interpreted as an integer
