"""A queue filled and emptied by one thread, then between two."""
# size: 200000, quick 10000

import queue
import sys
import threading

n, q, total = int(sys.argv[1]), queue.Queue(), 0
for i in range(n):
    q.put(i)
for i in range(n):
    total += q.get()
s = queue.SimpleQueue()


def fill():
    for i in range(n):
        s.put(i)


t = threading.Thread(target=fill)
t.start()
for i in range(n):
    total += s.get()
t.join()
print(total)
