class A:
    def __add__(self, other):
        return NotImplemented

    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented


class B:
    def __radd__(self, other):
        return "B.__radd__"

    def __gt__(self, other):
        return "B.__gt__"


print(A() + B(), A() < B(), A() == A())
for call in (lambda: A() + 1, lambda: A() < A()):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: B.__radd__ B.__gt__ False
# expect: unsupported operand type(s) for +: 'A' and 'int'
# expect: '<' not supported between instances of 'A' and 'A'
