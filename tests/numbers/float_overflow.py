for call in (lambda: 2.0 ** 10000, lambda: 10 ** 400 * 1.0, lambda: 10 ** 400 / 3.0, lambda: float(10 ** 400), lambda: 1e308 * 10):
    try:
        print(call())
    except OverflowError as error:
        print(error)
print(10 ** 400 / 10 ** 399, 10 ** 400 > 1e308, 10 ** 400 == float("inf"))

# expect: (34, 'Numerical result out of range')
# expect: int too large to convert to float
# expect: int too large to convert to float
# expect: int too large to convert to float
# expect: inf
# expect: 10.0 True False
