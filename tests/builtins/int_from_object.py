class A:
    def __int__(self):
        return 5


class B:
    def __index__(self):
        return 6


print(int(A()), int(B()), [10, 20, 30, 40, 50, 60, 70][B()], range(B())[-1])  # expect: 5 6 70 5
