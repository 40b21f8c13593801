def g():
    yield from (1, 2, 3)


a, b, c = g()
first, *rest = g()
print(a, b, c, first, rest, [*g()], {*g()} == {1, 2, 3}, 2 in g(), tuple(g()))
try:
    a, b = g()
except ValueError as error:
    print(error)

# expect: 1 2 3 1 [2, 3] [1, 2, 3] True True (1, 2, 3)
# expect: too many values to unpack (expected 2)
