class A:
    def __init__(self):
        print("A init")  # expect: A init

    def f(self):
        return ["A"]


class B(A):
    def __init__(self):
        super().__init__()
        print("B init")  # expect: B init

    def f(self):
        return super().f() + ["B"]


class C(B):
    def f(self):
        return super(C, self).f() + ["C"]


print(C().f())  # expect: ['A', 'B', 'C']
