"""Integer arithmetic and comparison in a while loop."""
# size: 8000000, quick 300000

import sys


def run(n):
    i = total = 0
    while i < n:
        if i % 3 == 0:
            total += i
        i += 1
    return total


print(run(int(sys.argv[1])))
