# flags: --every 1
# expect: 4950
import queue
import threading

q = queue.Queue(3)
total = 0


def consume():
    global total
    while (n := q.get()) is not None:
        total += n


t = threading.Thread(target=consume)
t.start()
for n in range(100):
    q.put(n)
q.put(None)
t.join()
print(total)
