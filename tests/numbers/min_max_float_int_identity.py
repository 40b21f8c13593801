print(max(1, 1.0), max(1.0, 1), min(0, False), min(False, 0), sorted([1, 1.0, True, 0.5]))

# expect: 1 1.0 0 False [0.5, 1, 1.0, True]
