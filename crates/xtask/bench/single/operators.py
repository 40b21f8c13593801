"""Operators and comparisons of a class of one's own, and properties."""
# size: 1500000, quick 18000

import sys


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    @property
    def sum(self):
        return self.x + self.y


def run(n):
    total, v, step = 0, Vector(0, 0), Vector(1, 2)
    for _ in range(n):
        v = v + step
        total += v.sum
        if v == step:
            total += 1000
    return total


print(run(int(sys.argv[1])))
