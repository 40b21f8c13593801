d = {"a": 1}
print(d.get("a"), d.get("x"), d.get("x", 0))
print(d.setdefault("a", 9), d.setdefault("b", 2), d.setdefault("c"), d)

# expect: 1 None 0
# expect: 1 2 None {'a': 1, 'b': 2, 'c': None}
