"""Round trips between two threads by two queues: median."""
# size: 4000, quick 200

import queue
import sys
import threading
import time


def answer(n, ping, pong):
    for _ in range(n):
        pong.put(ping.get())


n = int(sys.argv[1])
ping, pong, times = queue.Queue(), queue.Queue(), []
thread = threading.Thread(target=answer, args=(n, ping, pong))
thread.start()
for i in range(n):
    begin = time.perf_counter_ns()
    ping.put(i)
    assert pong.get() == i
    times.append(time.perf_counter_ns() - begin)
thread.join()
times.sort()
print("median_us", times[n // 2] / 1000)
