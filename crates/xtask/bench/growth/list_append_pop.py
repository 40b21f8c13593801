"""Appending to a list, reversing it and popping it empty."""
# size: 30000

import sys

n, items, total = int(sys.argv[1]), [], 0
for i in range(n):
    items.append(i)
items.reverse()
while items:
    total += items.pop()
print(total)
