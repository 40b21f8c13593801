a = [0, 1, 2, 3, 4]
a[1:3] = ["x", "y", "z"]
print(a)  # expect: [0, 'x', 'y', 'z', 3, 4]
a[:2] = []
print(a)  # expect: ['y', 'z', 3, 4]
a[len(a):] = [9]
a[0:0] = "ab"
print(a)  # expect: ['a', 'b', 'y', 'z', 3, 4, 9]
del a[::2]
print(a)  # expect: ['b', 'z', 4]
a[:] = (7, 8)
print(a)  # expect: [7, 8]
try:
    a[0:1] = 5
except TypeError as error:
    print(error)  # expect: must assign iterable to extended slice
