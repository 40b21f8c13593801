"""Memory of one small instance with two attributes."""
# size: 500000, quick 20000

import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


n = int(sys.argv[1])
points = [None] * n
before = resident()
for i in range(n):
    points[i] = Point(i, i)
after = resident()
assert sum(point.x + point.y for point in points) == n * (n - 1)
print("bytes_each", (after - before) / n)
