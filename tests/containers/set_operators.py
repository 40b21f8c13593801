a, b = {1, 2, 3}, {2, 3, 4}
print(a | b, a & b, a - b, a ^ b)  # expect: {1, 2, 3, 4} {2, 3} {1} {1, 4}
print(a <= {1, 2, 3, 4}, a < a, a >= {1}, a == {3, 2, 1}, a.isdisjoint({9}))  # expect: True False True True True
a |= {5}
a &= {1, 5, 7}
a -= {1}
a ^= {6}
print(sorted(a))  # expect: [5, 6]
try:
    {1} | [2]
except TypeError as error:
    print(error)  # expect: unsupported operand type(s) for |: 'set' and 'list'
