import queue
import threading


def drain(q, out):
    while (item := q.get()) is not None:
        out.append(item)


for kind in (queue.Queue, queue.SimpleQueue):
    q, out = kind(), []
    t = threading.Thread(target=drain, args=(q, out))
    t.start()
    for i in range(100):
        q.put(i)
    q.put(None)
    t.join()
    print(out == list(range(100)))

# expect: True
# expect: True
