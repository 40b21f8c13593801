"""Nested for loops over ranges."""
# size: 3000, quick 700

import sys


def run(n):
    total = 0
    for i in range(n):
        for j in range(n):
            total += i ^ j
    return total


print(run(int(sys.argv[1])))
