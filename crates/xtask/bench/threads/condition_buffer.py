"""A bounded buffer of ten places made of a condition, between two threads."""
# size: 40000, quick 2000

import sys
import threading
from collections import deque

items, changed = deque(), threading.Condition()


def produce(n):
    for i in range(n):
        with changed:
            while len(items) == 10:
                changed.wait()
            items.append(i)
            changed.notify()


n, total = int(sys.argv[1]), 0
t = threading.Thread(target=produce, args=(n,))
t.start()
for _ in range(n):
    with changed:
        while not items:
            changed.wait()
        total += items.popleft()
        changed.notify()
t.join()
print(total)
