"""Round trips between two threads by two bare locks: median and 99th percentile."""
# size: 4000, quick 200

import sys
import threading
import time


def answer(n, mine, other):
    for _ in range(n):
        mine.acquire()
        other.release()


n = int(sys.argv[1])
ping, pong, times = threading.Lock(), threading.Lock(), []
ping.acquire()
pong.acquire()
thread = threading.Thread(target=answer, args=(n, ping, pong))
thread.start()
for _ in range(n):
    begin = time.perf_counter_ns()
    ping.release()
    pong.acquire()
    times.append(time.perf_counter_ns() - begin)
thread.join()
assert ping.locked() and pong.locked()
times.sort()
print("median_us", times[n // 2] / 1000)
print("p99_us", times[n * 99 // 100] / 1000)
