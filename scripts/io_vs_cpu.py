# Threads help where a program waits, and do not help where it computes: the same jobs in sequence and in four threads.
import sys
import threading
import time

JOBS = 4
WAIT = 0.25  # seconds that one I/O-bound job waits
TURNS = 5_000_000  # additions that one CPU-bound job does


def wait_for_io():
    """Like a request over the network: the thread sleeps and gives the GIL up meanwhile."""
    time.sleep(WAIT)


def compute():
    """Pure computing: the thread needs the GIL for every single instruction."""
    n = 0
    while n < TURNS:
        n += 1


def in_sequence(job):
    start = time.perf_counter()
    for _ in range(JOBS):
        job()
    return time.perf_counter() - start


def in_threads(job):
    start = time.perf_counter()
    threads = [threading.Thread(target=job) for _ in range(JOBS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start


def bar(seconds, longest):
    return "█" * max(1, round(34 * seconds / longest))


def contrast(title, job):
    print(f"\n{title}")
    one = in_sequence(job)
    print(f"  one after the other  {one:5.2f} s  {bar(one, max(one, 0.001))}")
    many = in_threads(job)
    print(f"  in {JOBS} threads         {many:5.2f} s  {bar(many, one)}")
    return one / many


if len(sys.argv) > 1:
    # The threads of one kind alone, to be compared under several models: gilscope compare io_vs_cpu.py -- cpu
    job = {"io": wait_for_io, "cpu": compute}[sys.argv[1]]
    print(f"{JOBS} threads: {in_threads(job):.2f} s")
    sys.exit()

io = contrast(f"I/O-bound: {JOBS} jobs that each wait {WAIT} s", wait_for_io)
cpu = contrast(f"CPU-bound: {JOBS} jobs that each add {TURNS:,} times", compute)

print(f"""
Waiting threads release the GIL, so the waits overlap:     {io:.1f} times as fast.
Computing threads take turns holding the one GIL:          {cpu:.1f} times as fast.""")
