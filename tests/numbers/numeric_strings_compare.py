print(int("007"), float("1e3"), int("  12\n"), int("-0"), float("-0"), int("１２"), float(".5"), int("0b101", 2), int("0o17", 8))

# expect: 7 1000.0 12 0 -0.0 12 0.5 5 15
