# Loops whose targets are unpacked: from what makes pairs anew and from what has them, and what is said when they do not fit.
pairs = [(1, "a"), (2, "b"), (3, "c")]
letters = {"x": 1, "y": 2}


def loops():
    for a, b in pairs:
        print(a, b, end=" ")
    for i, (a, b) in enumerate(pairs, 5):
        print(i, a, b, end=" ")
    for a, b in zip([1, 2, 3], "xy"):
        print(a, b, end=" ")
    for a, b, c in zip(range(3), "xyz", pairs):
        print(a, b, c, end=" ")
    for k, v in letters.items():
        print(k, v, end=" ")
    for a, b in ["xy", [3, 4], {5: 6, 7: 8}]:
        print(a, b, end=" ")
    for (a,) in zip([1, 2]):
        print(a, end=" ")
    for a, b in (pair for pair in pairs):
        print(a, b, end=" ")
    for a, b in map(divmod, (7, 8), (2, 3)):
        print(a, b, end=" ")
    print([a + b for a, b in zip((1, 2), (3, 4))], {a: b for b, a in letters.items()})


loops()
for a, b in zip(pairs, letters):
    print(a, b, end=" ")
print()


class Pair:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


def fits(iterable):
    try:
        for a, b in iterable:
            print(a, b, end=" ")
        print("end")
    except (TypeError, ValueError, RuntimeError) as error:
        print(type(error).__name__, error)


fits([Pair(1, 2)])
fits([Pair(1), 2])
fits([(1, 2), (1, 2, 3)])
fits([(1, 2), (1,)])
fits([(1, 2), 5])
fits(["ab", "abc"])
fits(zip([1], [2], [3]))
fits(zip([1]))
fits(zip([1, 2], [3], strict=True))
fits(zip([1], [3], strict=True))
fits(zip((1, 2), map(str, [Pair, 3])))
fits(enumerate("ab"))
fits(x for x in [(1, 2), (3,)])
fits([[]])
fits({})
fits([1, 2])


def grows():
    for k, v in letters.items():
        letters[v] = k


try:
    grows()
except RuntimeError as error:
    print(error)
# A zip whose second iterator ends first has taken one more from the first.
first = iter([1, 2, 3])
for a, b in zip(first, "x"):
    print(a, b, list(first))


class Shown:
    def __str__(self):
        return "shown"


for a, b in zip([1, 2], map(str, [Shown(), Shown()])):
    print(a, b)

# expect: 1 a 2 b 3 c 5 1 a 6 2 b 7 3 c 1 x 2 y 0 x (1, 'a') 1 y (2, 'b') 2 z (3, 'c') x 1 y 2 x y 3 4 5 7 1 2 1 a 2 b 3 c 3 1 2 2 [4, 6] {1: 'x', 2: 'y'}
# expect: (1, 'a') x (2, 'b') y 
# expect: 1 2 end
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: 1 2 ValueError too many values to unpack (expected 2)
# expect: 1 2 ValueError not enough values to unpack (expected 2, got 1)
# expect: 1 2 TypeError cannot unpack non-iterable int object
# expect: a b ValueError too many values to unpack (expected 2)
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: 1 3 ValueError zip() argument 2 is shorter than argument 1
# expect: 1 3 end
# expect: 1 <class '__main__.Pair'> 2 3 end
# expect: 0 a 1 b end
# expect: 1 2 ValueError not enough values to unpack (expected 2, got 1)
# expect: ValueError not enough values to unpack (expected 2, got 0)
# expect: end
# expect: TypeError cannot unpack non-iterable int object
# expect: dictionary changed size during iteration
# expect: 1 x [2, 3]
# expect: 1 shown
# expect: 2 shown
