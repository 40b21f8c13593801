"""Sorting numbers that are in no order."""
# size: 10000

import sys

n, numbers, seed = int(sys.argv[1]), [], 1
for _ in range(n):
    seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
    numbers.append(seed)
numbers.sort()
print(numbers[0], numbers[-1])
