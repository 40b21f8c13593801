print(bool(), bool(0), bool("False"), bool([]), bool([0]))  # expect: False False True False True


class Len:
    def __len__(self):
        return 0


class Bool:
    def __bool__(self):
        return False


class Bad:
    def __bool__(self):
        return 1


print(bool(Len()), bool(Bool()))  # expect: False False
try:
    bool(Bad())
except TypeError as error:
    print(error)  # expect: __bool__ should return bool, returned int
print(True + True, True == 1, isinstance(True, int), str(True))  # expect: 2 True True True
