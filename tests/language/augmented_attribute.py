"""`a.b += c` in all its ways, for operators that run as one with the loading and storing of the attribute."""


class Plain:
    def __init__(self):
        self.a = self.b = self.c = self.d = 1
        self.e = 2.5
        self.f = "x"


class Odd:
    __slots__ = ("kept",)

    @property
    def value(self):
        return 10

    @value.setter
    def value(self, value):
        print("set", value)


def add(o, x, y):
    o.a += x * y
    o.e += x * y
    o.b -= x
    return o.a, o.b, o.e


def of_text(o, x):
    o.f += x * 2
    return o.f


def of_property(o, x):
    o.value += x * 2
    o.value -= x


p = Plain()
print(add(p, 2, 3), add(p, 1.5, 2), add(p, 2**62, 4))
print(of_text(p, "y"), of_text(p, "zz"))
of_property(Odd(), 4)
for bad in (lambda: add(Odd(), 1, 2), lambda: of_text(p, 1), lambda: add(5, 1, 2), lambda: setattr(Odd(), "kept", add(Odd(), 1, 1))):
    try:
        bad()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


def grows(o, x):
    o.g = x
    o.g += x + 1
    o.h = x
    o.h *= x + 1
    return o.g, o.h


print(grows(p, 3), grows(Plain(), 2.0))

# expect: (7, -1, 8.5) (10.0, -2.5, 11.5) (1.8446744073709552e+19, -4.611686018427388e+18, 1.8446744073709552e+19)
# expect: xyy xyyzzzz
# expect: set 18
# expect: set 6
# expect: AttributeError 'Odd' object has no attribute 'a'
# expect: TypeError can only concatenate str (not "int") to str
# expect: AttributeError 'int' object has no attribute 'a'
# expect: AttributeError 'Odd' object has no attribute 'a'
# expect: (7, 12) (5.0, 6.0)
