a = [1]
print(a.append(2), a)  # expect: None [1, 2]
a.extend("xy")
a.extend(n for n in (3,))
print(a)  # expect: [1, 2, 'x', 'y', 3]
a.insert(0, "first")
a.insert(-1, "before last")
a.insert(100, "end")
print(a)  # expect: ['first', 1, 2, 'x', 'y', 'before last', 3, 'end']
try:
    a.extend(5)
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
