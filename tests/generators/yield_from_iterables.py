def g():
    yield from [1, 2]
    yield from "ab"
    yield from range(2)
    yield from (x * 10 for x in (1, 2))


print(list(g()))  # expect: [1, 2, 'a', 'b', 0, 1, 10, 20]


def bad():
    yield from 5


try:
    list(bad())
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
