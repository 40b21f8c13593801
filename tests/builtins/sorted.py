print(sorted([3, 1, 2]), sorted("bca"), sorted([1, 2], reverse=True), sorted({"b": 1, "a": 2}))
print(sorted(["bb", "a", "ccc"], key=len), sorted([-3, 2, 1], key=abs, reverse=True))
print(sorted([(1, "b"), (0, "z"), (1, "a")]), sorted([1.5, 1, True]))
print(sorted([("a", 2), ("b", 1), ("c", 2)], key=lambda p: p[1]), "is stable")
for call in (lambda: sorted([1, "a"]), lambda: sorted(5), lambda: sorted([1], len), lambda: sorted([None, None])):
    try:
        print(call())
    except TypeError as error:
        print(error)

# expect: [1, 2, 3] ['a', 'b', 'c'] [2, 1] ['a', 'b']
# expect: ['a', 'bb', 'ccc'] [-3, 2, 1]
# expect: [(0, 'z'), (1, 'a'), (1, 'b')] [1, True, 1.5]
# expect: [('b', 1), ('a', 2), ('c', 2)] is stable
# expect: '<' not supported between instances of 'str' and 'int'
# expect: 'int' object is not iterable
# expect: sorted expected 1 argument, got 2
# expect: '<' not supported between instances of 'NoneType' and 'NoneType'
