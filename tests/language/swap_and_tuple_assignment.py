a, b = 1, 2
a, b = b, a
print(a, b)  # expect: 2 1
a, b, c = c, a, b = 1, 2, 3
print(a, b, c)  # expect: 2 3 1
(a) = 5
(b,) = [6]
print(a, b)  # expect: 5 6
