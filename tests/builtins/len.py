print(len("héllo"), len([1, 2]), len({}), len({1, 2}), len(range(5, 50, 5)), len(b"abc"), len(()))


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(len(L(3)))
for bad in (5, L(-1), L("x"), None):
    try:
        len(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# expect: 5 2 0 2 9 3 0
# expect: 3
# expect: TypeError object of type 'int' has no len()
# expect: ValueError __len__() should return >= 0
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError object of type 'NoneType' has no len()
