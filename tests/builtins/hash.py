print(hash(5), hash(True), hash(2**61 - 1), hash(-1), hash(2.0), hash(0.5))
print(hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(1) == hash(1.0))
print(hash(float("inf")), hash(None) == hash(None))


class K:
    def __hash__(self):
        return 42


print(hash(K()))
for bad in ([], {}, set(), ([],)):
    try:
        hash(bad)
    except TypeError as error:
        print(error)

# expect: 5 1 0 -2 2 1152921504606846976
# expect: True True True
# expect: 314159 True
# expect: 42
# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
# expect: unhashable type: 'set'
# expect: unhashable type: 'list'
