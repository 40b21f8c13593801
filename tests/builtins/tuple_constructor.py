print(tuple(), tuple("ab"), tuple([1, 2]), (1,), (), tuple(range(2)))  # expect: () ('a', 'b') (1, 2) (1,) () (0, 1)
t = (1, 2)
print(tuple(t) is t)  # expect: True
try:
    tuple(5)
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
