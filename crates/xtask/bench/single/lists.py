"""Lists that grow, shrink, are indexed, sliced and reversed."""
# size: 6000000, quick 60000

import sys


def run(n):
    items = []
    for i in range(n):
        items.append(i)
        if len(items) > 100:
            items[0], items[50] = items[50], items.pop()
    total = 0
    for _ in range(n // 100):
        items.reverse()
        total += items[3] + sum(items[10:40])
    return total


print(run(int(sys.argv[1])))
