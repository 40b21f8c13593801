import queue
import threading

q = queue.Queue(10)
total = []
lock = threading.Lock()


def produce(n):
    for i in range(100):
        q.put(n * 100 + i)


def consume():
    mine = 0
    while (item := q.get()) is not None:
        mine += item
    with lock:
        total.append(mine)


producers = [threading.Thread(target=produce, args=(n,)) for n in range(4)]
consumers = [threading.Thread(target=consume) for _ in range(4)]
for t in producers + consumers:
    t.start()
for t in producers:
    t.join()
for _ in consumers:
    q.put(None)
for t in consumers:
    t.join()
print(len(total), sum(total), q.empty())  # expect: 4 79800 True
