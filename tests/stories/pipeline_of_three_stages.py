# Each stage is a thread, the queues between them keep the order, None closes the line.
import queue
import threading


def stage(work, source, target):
    while (item := source.get()) is not None:
        target.put(work(item))
    target.put(None)


a, b, c = queue.Queue(2), queue.Queue(2), queue.Queue()
threads = [
    threading.Thread(target=stage, args=(lambda n: n + 1, a, b)),
    threading.Thread(target=stage, args=(lambda n: n * 10, b, c)),
]
for t in threads:
    t.start()
for n in range(6):
    a.put(n)
a.put(None)
print(list(iter(c.get, None)))  # expect: [10, 20, 30, 40, 50, 60]
for t in threads:
    t.join()
