print(1 == 1.0, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53), 10 ** 400 > 1e300, 1 < 1.5 < 2, -1 < -0.5)

# expect: True True False True True True True
