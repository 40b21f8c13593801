"""List, dict and set comprehensions."""
# size: 8000, quick 60

import sys


def run(n):
    total = 0
    for k in range(n):
        squares = [x * x for x in range(500) if x % 3]
        table = {x: x + k for x in squares if x % 5 == 0}
        small = {x % 17 for x in squares}
        total += len(squares) + sum(table.values()) + len(small)
    return total


print(run(int(sys.argv[1])))
