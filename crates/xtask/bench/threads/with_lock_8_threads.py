"""Eight threads add to one counter under one lock."""
# size: 250000, quick 18000

import sys
import threading

count = 0
lock = threading.Lock()


def add(n):
    global count
    for _ in range(n):
        with lock:
            count += 1


threads = [threading.Thread(target=add, args=(int(sys.argv[1]),)) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count)
