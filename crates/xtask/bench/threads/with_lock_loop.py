"""The same by the with statement, for a Lock and an RLock."""
# size: 1000000, quick 75000

import sys
import threading


def run(n):
    count = 0
    for lock in (threading.Lock(), threading.RLock()):
        for _ in range(n):
            with lock:
                count += 1
    return count


print(run(int(sys.argv[1])))
