x = 1
del x
try:
    x
except NameError as error:
    print(error)  # expect: name 'x' is not defined
items = [0, 1, 2, 3, 4]
del items[1], items[-1]
print(items)  # expect: [0, 2, 3]
del items[:2]
print(items)  # expect: [3]
d = {"a": 1, "b": 2}
del d["a"]
print(d)  # expect: {'b': 2}
del (d, items)
print("d" in globals())  # expect: False
