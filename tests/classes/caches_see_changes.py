# What is remembered about classes is forgotten when they change: methods of operators, of `with`, of calls; properties.
class Base:
    def __init__(self, n=0):
        self.n = n

    def __add__(self, other):
        return "base add"

    def __eq__(self, other):
        return "base eq"

    @property
    def p(self):
        return "base p"

    def __enter__(self):
        return "base enter"

    def __exit__(self, *error):
        print("base exit", end=" ")


class Child(Base):
    pass


def use(x, y):
    with x as entered:
        pass
    return x + y, x == y, x.p, entered, getattr(Child(5), "n", None)


x = y = Child(1)
for _ in range(3):
    seen = use(x, y)
print(seen)
Child.__add__ = lambda self, other: "child add"
print(use(x, y))
Child.__add__ = lambda self, other: NotImplemented
try:
    use(x, y)
except TypeError as error:
    print(error)
del Child.__add__
Base.__add__ = lambda self, other: "new base add"
Base.__eq__ = lambda self, other: NotImplemented
print(use(x, y))
Child.p = property(lambda self: "child p")
Child.__enter__ = lambda self: "child enter"
Child.__exit__ = lambda self, *error: print("child exit", end=" ")
Child.__init__ = lambda self, n: setattr(self, "n", n * 2)
print(use(x, y))
Child.p = "plain"
print(use(x, y))
x.p = "own"
print(use(x, y))
del Child.p
try:
    print(use(x, y))
except AttributeError as error:
    print(error)
x = y = Child(1)
Child.__init__ = lambda self, n: n
try:
    use(x, y)
except TypeError as error:
    print(error)
del Child.__init__
print(use(x, y))
Child.__slots__ = ()
del Base.__add__
try:
    use(x, y)
except TypeError as error:
    print(error)
Base.__add__ = 5
try:
    use(x, y)
except TypeError as error:
    print(error)


# Results that are no bool; a reflected method of the right operand's class comes first when that derives from the left's.
class Left:
    def __lt__(self, other):
        return [1]

    def __eq__(self, other):
        return NotImplemented

    def __sub__(self, other):
        return NotImplemented


class Right(Left):
    def __gt__(self, other):
        return []

    def __rsub__(self, other):
        return "right"

    def __isub__(self, other):
        return "in place"


a, b = Left(), Right()
for _ in range(2):
    print(a < a, a < b, b < a, a == a, a == b, a != a, a - b, 1 if a < a else 2, 1 if a < b else 2)
    c = b
    c -= a
    print(c)
    try:
        a - a
    except TypeError as error:
        print(error)


# A property's getter runs as any function: defaults, exceptions, recursion, generators.
class Odd:
    @property
    def default(self, more=3):
        return more

    @property
    def gen(self):
        yield 1

    @property
    def fails(self):
        return self.missing

    @property
    def endless(self):
        return self.endless


odd = Odd()
for _ in range(2):
    print(odd.default, list(odd.gen), end=" ")
    for name in ("fails", "endless"):
        try:
            print(odd.fails if name == "fails" else odd.endless)
        except (AttributeError, RecursionError) as error:
            print(type(error).__name__, end=" ")
print()

# expect: base exit base exit base exit ('base add', 'base eq', 'base p', 'base enter', 5)
# expect: base exit ('child add', 'base eq', 'base p', 'base enter', 5)
# expect: base exit unsupported operand type(s) for +: 'Child' and 'Child'
# expect: base exit ('new base add', True, 'base p', 'base enter', 5)
# expect: child exit ('new base add', True, 'child p', 'child enter', 10)
# expect: child exit ('new base add', True, 'plain', 'child enter', 10)
# expect: child exit ('new base add', True, 'own', 'child enter', 10)
# expect: child exit ('new base add', True, 'base p', 'child enter', 10)
# expect: child exit __init__() should return None, not 'int'
# expect: child exit ('new base add', True, 'base p', 'child enter', 5)
# expect: child exit unsupported operand type(s) for +: 'Child' and 'Child'
# expect: child exit 'int' object is not callable
# expect: [1] [] [1] True False False right 1 2
# expect: in place
# expect: unsupported operand type(s) for -: 'Left' and 'Left'
# expect: [1] [] [1] True False False right 1 2
# expect: in place
# expect: unsupported operand type(s) for -: 'Left' and 'Left'
# expect: 3 [1] AttributeError RecursionError 3 [1] AttributeError RecursionError 
