"""Four producers and four consumers share a queue of 100 places."""
# size: 20000, quick 1000

import queue
import sys
import threading

q, totals = queue.Queue(100), []


def produce(n):
    for i in range(n):
        q.put(i)


def consume():
    total = 0
    while (item := q.get()) is not None:
        total += item
    totals.append(total)


producers = [threading.Thread(target=produce, args=(int(sys.argv[1]),)) for _ in range(4)]
consumers = [threading.Thread(target=consume) for _ in range(4)]
for t in producers + consumers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    q.put(None)
for t in consumers:
    t.join()
print(sum(totals))
