"""Threads started and joined one after the other, and fifty at a time."""
# size: 10000, quick 250

import sys
import threading

done = []


def work(n):
    done.append(n)


n = int(sys.argv[1])
for i in range(n // 2):
    t = threading.Thread(target=work, args=(i,))
    t.start()
    t.join()
for i in range(0, n - n // 2, 50):
    threads = [threading.Thread(target=work, args=(i,)) for i in range(50)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
print(len(done))
