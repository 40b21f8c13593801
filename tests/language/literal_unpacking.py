a, b = [1, 2], (3,)
print([*a, *b, 4], (*a, *b), {*a, *b} == {1, 2, 3})  # expect: [1, 2, 3, 4] (1, 2, 3) True
print({**{"x": 1, "y": 2}, "x": 3, **{"z": 4}})  # expect: {'x': 3, 'y': 2, 'z': 4}
print([*range(3), *"ab"])  # expect: [0, 1, 2, 'a', 'b']
x = *a, 9
print(x)  # expect: (1, 2, 9)
