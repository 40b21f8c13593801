first, *rest = [1, 2, 3]
print(first, rest)  # expect: 1 [2, 3]
*init, last = "abc"
print(init, last)  # expect: ['a', 'b'] c
a, *b, c = range(2)
print(a, b, c)  # expect: 0 [] 1
(x, *y), z = (1, 2, 3), 4
print(x, y, z)  # expect: 1 [2, 3] 4
[p, q] = {"k": 1, "m": 2}
print(p, q)  # expect: k m
