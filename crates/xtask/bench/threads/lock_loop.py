"""One thread takes and releases a lock that nobody else wants."""
# size: 3000000, quick 150000

import sys
import threading


def run(n):
    lock, count = threading.Lock(), 0
    for _ in range(n):
        lock.acquire()
        count += 1
        lock.release()
    return count


print(run(int(sys.argv[1])))
