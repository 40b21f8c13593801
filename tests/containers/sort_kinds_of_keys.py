# Sorting by keys of one kind, of mixed kinds, in tuples; what the order of equal items is; keys that meddle.
import random

rng = random.Random(7)
kinds = {
    "int": [rng.randrange(-50, 50) for _ in range(300)],
    "big": [rng.randrange(-(10**25), 10**25) for _ in range(100)] + [3, -4],
    "float": [rng.random() - 0.5 for _ in range(200)] + [0.0, -0.0, float("inf"), float("-inf")],
    "number": [rng.choice([1, 2.5, True, 10**20, -3, 0.0]) for _ in range(100)],
    "text": [str(rng.randrange(1000)) for _ in range(300)] + ["", "é", "z", "😀", "\uffff"],
    "tuple": [(rng.randrange(5), str(rng.randrange(9)), rng.randrange(3)) for _ in range(300)],
    "pair": [(-rng.randrange(5), rng.choice("abc")) for _ in range(300)],
    "tuple of tuples": [((rng.randrange(3), rng.random()), rng.randrange(4)) for _ in range(200)],
    "lengths": [(1,) * rng.randrange(4) for _ in range(50)] + [(2,), ()],
    "mixed first": [(rng.choice([1, 1.5, True]), rng.randrange(5)) for _ in range(100)],
    "list": [[rng.randrange(4), rng.randrange(4)] for _ in range(100)],
    "bytes": [bytes([rng.randrange(4)]) * rng.randrange(3) for _ in range(50)],
}


def insertion_sorted(items, key):
    result = []
    for item in items:
        place = len(result)
        while place and key(item) < key(result[place - 1]):
            place -= 1
        result.insert(place, item)
    return result


for name, items in kinds.items():
    rows = [(item, i) for i, item in enumerate(items)]
    by_first = lambda row: row[0]
    expected = insertion_sorted(rows, by_first)
    ok = sorted(rows, key=by_first) == expected
    ok = ok and [r[0] for r in expected] == sorted(items)
    backwards = sorted(rows, key=by_first, reverse=True)
    ok = ok and [r[0] for r in backwards] == [r[0] for r in expected][::-1]
    ok = ok and all(a[1] < b[1] for a, b in zip(backwards, backwards[1:]) if not (a[0] < b[0] or b[0] < a[0]))
    rows.sort(key=by_first)
    print(name, ok and rows == expected)
# expect: int True
# expect: big True
# expect: float True
# expect: number True
# expect: text True
# expect: tuple True
# expect: pair True
# expect: tuple of tuples True
# expect: lengths True
# expect: mixed first True
# expect: list True
# expect: bytes True

for wrong in ([1, "a"], [(1, "a"), (1, 2)], ["a", None], [(1, 2), 3], [{}, {}], [1j, 2j], [(1, None), (1, None), (1, 3)]):
    try:
        print(sorted(wrong))
    except TypeError as error:
        print(error)
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'int' and 'str'
# expect: '<' not supported between instances of 'NoneType' and 'str'
# expect: '<' not supported between instances of 'int' and 'tuple'
# expect: '<' not supported between instances of 'dict' and 'dict'
# expect: '<' not supported between instances of 'complex' and 'complex'
# expect: '<' not supported between instances of 'int' and 'NoneType'
nan = float("nan")
print(len(sorted([nan, 1.0, nan, 0.5])), sorted([(nan, 2), (nan, 1)])[0][1])  # expect: 4 1
same = (1, None)
print(sorted([same, same]))  # expect: [(1, None), (1, None)]


class Lower(str):
    def __lt__(self, other):
        return str(self).lower() < str(other).lower()


print(sorted([Lower("b"), Lower("A"), Lower("C")]), sorted([("x", Lower("b")), ("x", Lower("A"))]))
# expect: ['A', 'b', 'C'] [('x', 'A'), ('x', 'b')]

items = [3, 1, 2]


def meddling(x):
    items.append(x)
    return x


try:
    items.sort(key=meddling)
except ValueError as error:
    print(error, items)  # expect: list modified during sort [1, 2, 3]


def failing(x):
    if x == 2:
        raise KeyError(x)
    return x


try:
    items.sort(key=failing, reverse=True)
except KeyError as error:
    print(repr(error), items)  # expect: KeyError(2) [1, 2, 3]
