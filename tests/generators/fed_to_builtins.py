# Built-in functions that run through a generator: what each makes of the values, where it stops, and who raises.


class Number:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Number(self.n + (other.n if isinstance(other, Number) else other))

    __radd__ = __add__

    def __lt__(self, other):
        return self.n < getattr(other, "n", other)

    def __gt__(self, other):
        return self.n > getattr(other, "n", other)

    def __bool__(self):
        return self.n != 0

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == getattr(other, "n", other)

    def __repr__(self):
        return f"N{self.n}"


def noted(*values):
    for value in values:
        print("<", value, end=" ")
        yield value
    print("end", end=" ")


N = Number
CALLS = [
    lambda: sum(noted(1, 2, True, 4)),
    lambda: sum(noted(1, 0.1, 0.2, 3, 1e100, -1e100)),
    lambda: sum(noted(), 7),
    lambda: sum(noted(1.5), 2.5),
    lambda: sum(noted(2**62, 2**62, 2**62, 1)),
    lambda: sum(noted(2**70, 1)),
    lambda: sum(noted(1, 2j, 3)),
    lambda: sum(noted(1, N(2), 3)),
    lambda: sum(noted([1], [2]), []),
    lambda: sum(noted(1, 2), start=10),
    lambda: sum(noted(1, "a", 2)),
    lambda: sum(noted("a"), ""),
    lambda: all(noted(1, "x", [0])),
    lambda: all(noted(1, "", 2)),
    lambda: all(noted(N(1), 1, N(0), 5)),
    lambda: all(noted()),
    lambda: any(noted(0, "", [])),
    lambda: any(noted(0, 3, 5)),
    lambda: any(noted(N(0), 0, N(2), 5)),
    lambda: max(noted(3, 9, 2.5)),
    lambda: min(noted(3, 9, 2.5)),
    lambda: max(noted("b", "c", "a")),
    lambda: max(noted(1, N(5), 3)),
    lambda: min(noted(4, N(5), 3)),
    lambda: max(noted(1, "a")),
    lambda: max(noted()),
    lambda: min(noted(), default="none"),
    lambda: max(noted(1, 5, 3), key=lambda x: -x),
    lambda: list(noted(1, 2)),
    lambda: tuple(noted(1, 2, 3, 4)),
    lambda: set(noted(1, 1, 2)),
    lambda: sorted(set(noted(N(1), N(1), N(2)))),
    lambda: set(noted(1, [2], 3)),
    lambda: frozenset(noted(1)),
    lambda: dict(noted((1, 2), (3, 4))),
    lambda: sorted(noted(3, 1, 2)),
    lambda: sorted(noted(3, 1, 2), reverse=True, key=lambda x: -x),
    lambda: sorted(noted(N(3), N(1))),
    lambda: sorted(noted(1, "a")),
    lambda: "-".join(noted("a", "b")),
    lambda: "-".join(noted("a", 1, "b")),
    lambda: str.join(",", noted("x", "y")),
    lambda: b"+".join(noted(b"a", b"b")),
    lambda: bytes(noted(65, 66)),
    lambda: sum(x * y for x, y in zip([1, 2], [3, 4])),
    lambda: sum(1 / x for x in (1, 0)),
    lambda: list(map(lambda x, y: x + y, noted(1, 2), [3, 4])),
    lambda: list(filter(None, noted(0, 1))),
]
for call in CALLS:
    try:
        print("=", call())
    except Exception as error:
        print("!", type(error).__name__, error)


# The generator that stopped a search is still there.
rest = (x for x in [0, 1, 2, 3])
print(any(rest), list(rest), list(rest), sum(rest), max(rest, default=None))


# A generator that runs cannot be run through.
def own():
    yield 1
    for function in (sum, list, any, max, sorted, "".join):
        try:
            function(me)
        except ValueError as error:
            print(error)
    yield 2


me = own()
print(list(me))


# Feeding a generator that feeds.
def nested(n):
    yield n
    if n:
        yield sum(nested(n - 1))
        yield from sorted(nested(n - 1), reverse=True)


print(list(nested(3)))


# What is handled where.
def careful():
    try:
        yield 1
        yield 1 / 0
    except ZeroDivisionError:
        yield 100
    finally:
        print("closed")


print(sum(careful()))
try:
    raise KeyError("outer")
except KeyError:
    import sys

    print(list(repr(sys.exception()) for _ in range(2)))
print(sys.exception())

# expect: < 1 < 2 < True < 4 end = 8
# expect: < 1 < 0.1 < 0.2 < 3 < 1e+100 < -1e+100 end = 4.3
# expect: end = 7
# expect: < 1.5 end = 4.0
# expect: < 4611686018427387904 < 4611686018427387904 < 4611686018427387904 < 1 end = 13835058055282163713
# expect: < 1180591620717411303424 < 1 end = 1180591620717411303425
# expect: < 1 < 2j < 3 end = (4+2j)
# expect: < 1 < N2 < 3 end = N6
# expect: < [1] < [2] end = [1, 2]
# expect: < 1 < 2 end = 13
# expect: < 1 < a ! TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: ! TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: < 1 < x < [0] end = True
# expect: < 1 <  = False
# expect: < N1 < 1 < N0 = False
# expect: end = True
# expect: < 0 <  < [] end = False
# expect: < 0 < 3 = True
# expect: < N0 < 0 < N2 = True
# expect: < 3 < 9 < 2.5 end = 9
# expect: < 3 < 9 < 2.5 end = 2.5
# expect: < b < c < a end = c
# expect: < 1 < N5 < 3 end = N5
# expect: < 4 < N5 < 3 end = 3
# expect: < 1 < a ! TypeError '>' not supported between instances of 'str' and 'int'
# expect: end ! ValueError max() iterable argument is empty
# expect: end = none
# expect: < 1 < 5 < 3 end = 1
# expect: < 1 < 2 end = [1, 2]
# expect: < 1 < 2 < 3 < 4 end = (1, 2, 3, 4)
# expect: < 1 < 1 < 2 end = {1, 2}
# expect: < N1 < N1 < N2 end = [N1, N2]
# expect: < 1 < [2] ! TypeError unhashable type: 'list'
# expect: < 1 end = frozenset({1})
# expect: < (1, 2) < (3, 4) end = {1: 2, 3: 4}
# expect: < 3 < 1 < 2 end = [1, 2, 3]
# expect: < 3 < 1 < 2 end = [1, 2, 3]
# expect: < N3 < N1 end = [N1, N3]
# expect: < 1 < a end ! TypeError '<' not supported between instances of 'str' and 'int'
# expect: < a < b end = a-b
# expect: < a < 1 < b end ! TypeError sequence item 1: expected str instance, int found
# expect: < x < y end = x,y
# expect: < b'a' < b'b' end = b'a+b'
# expect: < 65 < 66 end = b'AB'
# expect: = 11
# expect: ! ZeroDivisionError division by zero
# expect: < 1 < 2 end = [4, 6]
# expect: < 0 < 1 end = [1]
# expect: True [2, 3] [] 0 None
# expect: generator already executing
# expect: generator already executing
# expect: generator already executing
# expect: generator already executing
# expect: generator already executing
# expect: generator already executing
# expect: [1, 2]
# expect: [3, 4, 2, 1, 1, 0, 0]
# expect: closed
# expect: 101
# expect: ["KeyError('outer')", "KeyError('outer')"]
# expect: None
