t = (1, [2])
t[1].append(3)
print(t)  # expect: (1, [2, 3])
try:
    hash(t)
except TypeError as error:
    print(error)  # expect: unhashable type: 'list'
