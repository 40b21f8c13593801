"""acquire and release of a free lock, and `with lock`, the loop included."""
# size: 500000, quick 20000

import sys
import threading
import time


def pairs(n, lock):
    for _ in range(n):
        lock.acquire()
        lock.release()


def withs(n, lock):
    for _ in range(n):
        with lock:
            pass


n = int(sys.argv[1])
for name, work in (("acquire_release_ns", pairs), ("with_ns", withs)):
    best = None
    for _ in range(3):
        lock = threading.Lock()
        begin = time.perf_counter_ns()
        work(n, lock)
        took = time.perf_counter_ns() - begin
        assert not lock.locked()
        best = took if best is None else min(best, took)
    print(name, best / n)
