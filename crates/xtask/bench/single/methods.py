"""Method calls, inherited and overridden."""
# size: 3000000, quick 90000

import sys


class Shape:
    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def grow(self, by):
        self.size += by
        return self.area()


class Square(Shape):
    def area(self):
        return self.size * self.size % 1009


def run(n):
    square, total = Square(1), 0
    for i in range(n):
        total += square.grow(i & 3)
    return total


print(run(int(sys.argv[1])))
