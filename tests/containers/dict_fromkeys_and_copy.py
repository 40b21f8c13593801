print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))  # expect: {'a': None, 'b': None} {1: 0, 2: 0}
d = {"k": [1]}
c = d.copy()
c["k"].append(2)
c["new"] = 1
print(d, c)  # expect: {'k': [1, 2]} {'k': [1, 2], 'new': 1}
shared = dict.fromkeys("xy", [])
shared["x"].append(1)
print(shared)  # expect: {'x': [1], 'y': [1]}
