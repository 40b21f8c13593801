"""A priority queue and a breadth-first search: heapq and deque."""
# size: 450000, quick 8000

import sys
from collections import deque
from heapq import heappop, heappush


def run(n):
    heap, total = [], 0
    for i in range(n):
        heappush(heap, (i * 7919 % 10007, i))
        if len(heap) > 200:
            total += heappop(heap)[0]
    side, seen = 1 + int(n ** 0.5), {0}
    queue, last = deque([(0, 0)]), 0
    while queue:
        cell, last = queue.popleft()
        for step in (cell + 1, cell + side):
            if step < n and step not in seen:
                seen.add(step)
                queue.append((step, last + 1))
    return total, len(seen), last


print(run(int(sys.argv[1])))
