d = {}
for k in "cab":
    d[k] = len(d)
d["a"] = 99
print(d)  # expect: {'c': 0, 'a': 99, 'b': 2}
del d["c"]
d["c"] = "again"
print(list(d), list(reversed(d)))  # expect: ['a', 'b', 'c'] ['c', 'b', 'a']
print({1: "a", 2: "b"} == {2: "b", 1: "a"})  # expect: True
