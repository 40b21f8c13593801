"""Threads that all wait for one event: their memory, and the time from the first start to the last join."""
# size: 5000, quick 200

import sys
import threading
import time


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


n, gate = int(sys.argv[1]), threading.Event()
before, begin = resident(), time.perf_counter()
threads = [threading.Thread(target=gate.wait) for _ in range(n)]
for thread in threads:
    thread.start()
after = resident()
assert threading.active_count() == n + 1
gate.set()
for thread in threads:
    thread.join()
assert threading.active_count() == 1
print("seconds", time.perf_counter() - begin)
print("mib", (after - before) / 2**20)
print("kib_each", (after - before) / n / 1024)
