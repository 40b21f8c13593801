a = []
b = a
print(id(a) == id(b), id(a) == id([]), isinstance(id(a), int))  # expect: True False True
