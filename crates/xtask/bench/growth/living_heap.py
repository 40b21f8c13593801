"""A heap of living objects, with ten dead ones for each: the collector's work."""
# size: 5000

import sys


class Node:
    def __init__(self, value, rest):
        self.value = value
        self.rest = rest


n, head = int(sys.argv[1]), None
for i in range(n):
    head = Node(i, head)
    for j in range(10):
        Node(j, None)
count = 0
while head:
    count, head = count + 1, head.rest
print(count)
