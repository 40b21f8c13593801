"""How late a thread that sleeps half a millisecond runs beside one and four CPU-bound threads, and how fast those are."""
# size: 120, quick 10
# also fair, 1000: run --model fair

import sys
import threading
import time


def burn(stop, done):
    rounds = 0
    while not stop:
        rounds += 1
    done.append(rounds)


def lateness(n, hogs):
    stop, done, late = [], [], []
    threads = [threading.Thread(target=burn, args=(stop, done), daemon=True) for _ in range(hogs)]
    start = time.perf_counter_ns()
    for thread in threads:
        thread.start()
    for _ in range(n):
        begin = time.perf_counter_ns()
        time.sleep(0.0005)
        late.append(time.perf_counter_ns() - begin - 500_000)
    stop.append(1)
    took = time.perf_counter_ns() - start
    for thread in threads:
        thread.join()
    assert len(done) == hogs and min(late) >= 0
    late.sort()
    return late[n // 2] / 1e6, late[n * 99 // 100] / 1e6, took / sum(done)


n = int(sys.argv[1])
for hogs in (1, 4):
    median, p99, cost = lateness(n, hogs)
    print(f"beside_{hogs}_median_ms", median)
    print(f"beside_{hogs}_p99_ms", p99)
    print(f"beside_{hogs}_ns_per_round", cost)
