a = [1, [2]]
b = a
c = a.copy()
d = a[:]
a.append(3)
a[1].append("shared")
print(b, c, d)  # expect: [1, [2, 'shared'], 3] [1, [2, 'shared']] [1, [2, 'shared']]
print(b is a, c is a, c[1] is a[1])  # expect: True False True
