class I:
    def __index__(self): return 2


class L:
    def __len__(self): return 3


print("abc"[I()], [0] * I(), hex(I()), range(5)[I()], bool(L()), not L())  # expect: c [0, 0] 0x2 2 True False
if L():
    print("true by length")  # expect: true by length
