"""Making and dropping many small objects."""
# size: 2200000, quick 50000

import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def run(n):
    total = 0
    for i in range(n):
        p = Point(i, i + 1)
        pair = (p, [i])
        total += pair[0].x + pair[1][0]
    return total


print(run(int(sys.argv[1])))
