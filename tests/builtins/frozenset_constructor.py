f = frozenset([3, 1, 3])
print(len(f), 1 in f, frozenset(), frozenset("a"))  # expect: 2 True frozenset() frozenset({'a'})
print({f: "as a key"}[frozenset((1, 3))])  # expect: as a key
try:
    f.add(1)
except AttributeError as error:
    print(error)  # expect: 'frozenset' object has no attribute 'add'
