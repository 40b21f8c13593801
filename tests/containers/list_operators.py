print([1] + [2], [0] * 3, 3 * ["x"], [1] * -1)  # expect: [1, 2] [0, 0, 0] ['x', 'x', 'x'] []
print([1, 2] == [1, 2], [1, 2] < [1, 3], [2] > [1, 9], [] < [0], [1, 2] != [1])  # expect: True True True True True
print([1, [2, [3]]] == [1, [2, [3]]], [1, 2] == (1, 2), [1.0] == [1])  # expect: True False True
a = [1]
a *= 3
a += (4,)
print(a)  # expect: [1, 1, 1, 4]
try:
    [1] + (2,)
except TypeError as error:
    print(error)  # expect: can only concatenate list (not "tuple") to list
