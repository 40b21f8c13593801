a = [1]
b = a
a += [2]
print(b)  # expect: [1, 2]
a = a + [3]
print(b, a)  # expect: [1, 2] [1, 2, 3]
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error)  # expect: 'tuple' object does not support item assignment
print(t)  # expect: ([1],)
