print(True + True, True * 5, sum([True, False, True]), True == 1, isinstance(True, int), type(True + 1).__name__)
print([10, 20][True], "%d" % True, f"{True}", f"{True:d}", str(True), repr(False), -True, True / 2, True ** 2, True & 1)

# expect: 2 5 2 True True int
# expect: 20 1 True 1 True False -1 0.5 1 1
