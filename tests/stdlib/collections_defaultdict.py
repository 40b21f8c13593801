from collections import defaultdict

d = defaultdict(list)
d["a"].append(1)
d["b"]
print(d, d.get("c"), "c" in d, dict(d))
counts = defaultdict(int)
for c in "hello":
    counts[c] += 1
print(sorted(counts.items()), defaultdict(lambda: 5)["x"])
try:
    defaultdict()["k"]
except KeyError as error:
    print(error)

# expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) None False {'a': [1], 'b': []}
# expect: [('e', 1), ('h', 1), ('l', 2), ('o', 1)] 5
# expect: 'k'
