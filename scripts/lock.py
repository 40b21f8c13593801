# A Lock makes read, change, write one step for all threads: the repaired lost update, and what the lock costs.
import sys
import threading
import time

ADDS = 150_000
THREADS = 4
counter = 0
lock = threading.Lock()


def plus_one(n):
    return n + 1


def add_without_lock():
    global counter
    for _ in range(ADDS):
        counter = plus_one(counter)


def add_with_lock():
    global counter
    for _ in range(ADDS):
        with lock:  # only one thread at a time gets past this line
            counter = plus_one(counter)


def run(target):
    global counter
    counter = 0
    start = time.perf_counter()
    threads = [threading.Thread(target=target) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counter, (time.perf_counter() - start) * 1000


sys.setswitchinterval(0.0001)  # hand over often, so that the loss shows in a short run
expected = ADDS * THREADS
print(f"expected      {expected:>8,}")
count, took = run(add_without_lock)
print(f"without lock  {count:>8,}  in {took:4.0f} ms  {'lucky' if count == expected else 'wrong'}")
count, took = run(add_with_lock)
print(f"with lock     {count:>8,}  in {took:4.0f} ms  {'right, and always so' if count == expected else 'impossible'}")
