# The same buffer from three semaphores: free places, filled places, and a mutex.
import threading
from collections import deque

free, filled, mutex = threading.Semaphore(2), threading.Semaphore(0), threading.Semaphore(1)
items = deque()
got = []


def produce():
    for n in range(100):
        free.acquire()
        with mutex:
            items.append(n)
        filled.release()


def consume():
    for _ in range(100):
        filled.acquire()
        with mutex:
            got.append(items.popleft())
        free.release()


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(got == list(range(100)))  # expect: True
