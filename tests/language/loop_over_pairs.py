# A loop that takes each value apart into two names, over all that can be taken apart.


def pairs(source):
    out = []
    for a, b in source:
        out.append((b, a))
    return out


def made():
    yield 1, 2
    yield [3, 4]
    yield "ab"


print(pairs(made()), pairs([(1, 2), "cd", [5, 6]]), pairs(zip("ab", [1, 2])), pairs({1: 2}.items()), pairs(enumerate("xy")))
for bad in ([(1, 2, 3)], [5], [(1,)], zip([1], [2], [3])):
    try:
        pairs(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
changed = {1: 1}
try:
    for key, value in changed.items():
        changed[key + 1] = value
except RuntimeError as error:
    print(error)
print(sum(x for x in [2**62, 2**62, 1]), sum(x * y for x, y in zip([1, 2.5, True], [4, 5, 6])), sum((x for x in (True, 2)), 2**63 - 3))

# expect: [(2, 1), (4, 3), ('b', 'a')] [(2, 1), ('d', 'c'), (6, 5)] [(1, 'a'), (2, 'b')] [(2, 1)] [('x', 0), ('y', 1)]
# expect: ValueError too many values to unpack (expected 2)
# expect: TypeError cannot unpack non-iterable int object
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: ValueError too many values to unpack (expected 2)
# expect: dictionary changed size during iteration
# expect: 9223372036854775809 22.5 9223372036854775808
