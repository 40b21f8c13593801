"""Generators, yield from, and generator expressions."""
# size: 4500000, quick 45000

import sys


def numbers(n):
    for i in range(n):
        yield i


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x


def both(n):
    yield from evens(numbers(n))
    yield from (x * 2 for x in numbers(n // 2))


print(sum(both(int(sys.argv[1]))))
