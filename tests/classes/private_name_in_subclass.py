class A:
    def __init__(self): self.__x = "A's"
    def ax(self): return self.__x


class B(A):
    def __init__(self):
        super().__init__()
        self.__x = "B's"

    def bx(self): return self.__x


b = B()
print(b.ax(), b.bx(), sorted(vars(b)))  # expect: A's B's ['_A__x', '_B__x']
