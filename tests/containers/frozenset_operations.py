f = frozenset([1, 2])
print(f | {3}, {3} | f, f & {1}, f == {1, 2}, f < {1, 2, 3}, hash(f) == hash(frozenset([2, 1])))
print({f: "key"}[frozenset([2, 1])], type(f | {3}).__name__, type({3} | f).__name__)

# expect: frozenset({1, 2, 3}) {1, 2, 3} frozenset({1}) True True True
# expect: key frozenset set
