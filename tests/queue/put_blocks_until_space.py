import queue
import threading

q = queue.Queue(maxsize=2)
log = []


def producer():
    for n in range(5):
        q.put(n)
        log.append(n)
    q.put(None)


t = threading.Thread(target=producer)
t.start()
got = list(iter(q.get, None))
t.join()
print(got, log)  # expect: [0, 1, 2, 3, 4] [0, 1, 2, 3, 4]
