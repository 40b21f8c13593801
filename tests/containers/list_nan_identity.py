nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], [nan].index(nan), [nan].count(nan), float("nan") in [nan])

# expect: False True True 0 1 False
