from functools import partial, reduce

add = partial(lambda a, b, c=0: (a, b, c), 1, c=9)
print(add(2), add(2, c=3), add.args, add.keywords, reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "start"))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)
print(partial(int, base=2)("101"))

# expect: (1, 2, 9) (1, 2, 3) (1,) {'c': 9} 24 start
# expect: reduce() of empty iterable with no initial value
# expect: 5
