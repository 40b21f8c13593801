d = {"a": 1, "b": 2, "c": 3}
print(d.pop("a"), d.pop("zz", None), d.popitem(), d)  # expect: 1 None ('c', 3) {'b': 2}
try:
    d.pop("nope")
except KeyError as error:
    print(error)  # expect: 'nope'
d.clear()
print(d)  # expect: {}
