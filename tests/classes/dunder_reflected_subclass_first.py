class A:
    def __add__(self, other):
        return "A.__add__"

    def __radd__(self, other):
        return "A.__radd__"


class B(A):
    def __radd__(self, other):
        return "B.__radd__ goes first"


print(A() + B(), B() + A(), A() + A())  # expect: B.__radd__ goes first A.__add__ A.__add__
