"""Starting a thread and joining it, one after the other: median."""
# size: 2000, quick 100

import sys
import threading
import time

n, times, done = int(sys.argv[1]), [], []
for _ in range(n):
    begin = time.perf_counter_ns()
    thread = threading.Thread(target=done.append, args=(1,))
    thread.start()
    thread.join()
    times.append(time.perf_counter_ns() - begin)
assert len(done) == n
times.sort()
print("median_us", times[n // 2] / 1000)
