d = {"a": 1}
d.update({"b": 2})
d.update([("c", 3)], d=4)
print(d)  # expect: {'a': 1, 'b': 2, 'c': 3, 'd': 4}
print(d | {"a": 0, "z": 9})  # expect: {'a': 0, 'b': 2, 'c': 3, 'd': 4, 'z': 9}
d |= {"a": 5}
print(d)  # expect: {'a': 5, 'b': 2, 'c': 3, 'd': 4}
try:
    {} | [("a", 1)]
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for |: 'dict' and 'list'
