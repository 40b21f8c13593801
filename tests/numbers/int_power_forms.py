print(2 ** 10, 2 ** 0, 0 ** 0, (-2) ** 3, 2 ** -1, 10 ** 18, 10 ** 19, 3 ** 40, 1 ** 10 ** 6, (-1) ** 101, 4 ** 0.5)
try:
    0 ** -1
except ZeroDivisionError as error:
    print(error)

# expect: 1024 1 1 -8 0.5 1000000000000000000 10000000000000000000 12157665459056928801 1 -1 2.0
# expect: 0.0 cannot be raised to a negative power
