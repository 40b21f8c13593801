late = [lambda: i for i in range(3)]
print([f() for f in late])  # expect: [2, 2, 2]
early = [lambda i=i: i for i in range(3)]
print([f() for f in early])  # expect: [0, 1, 2]
