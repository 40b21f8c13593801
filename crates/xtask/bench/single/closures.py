"""Functions made in functions, with cells that they share."""
# size: 3500000, quick 100000

import sys


def make(step):
    count = 0

    def bump():
        nonlocal count
        count += step
        return count

    return bump


def run(n):
    one, two, total = make(1), make(2), 0
    for _ in range(n):
        total += one() ^ two()
    return total


print(run(int(sys.argv[1])))
