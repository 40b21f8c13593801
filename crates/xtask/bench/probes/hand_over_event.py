"""Round trips between two threads by two events: median."""
# size: 4000, quick 200

import sys
import threading
import time


def answer(n, ping, pong):
    for _ in range(n):
        ping.wait()
        ping.clear()
        pong.set()


n = int(sys.argv[1])
ping, pong, times = threading.Event(), threading.Event(), []
thread = threading.Thread(target=answer, args=(n, ping, pong))
thread.start()
for _ in range(n):
    begin = time.perf_counter_ns()
    ping.set()
    pong.wait()
    pong.clear()
    times.append(time.perf_counter_ns() - begin)
thread.join()
assert not ping.is_set() and not pong.is_set()
times.sort()
print("median_us", times[n // 2] / 1000)
