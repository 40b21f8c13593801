# A lost update on every Python: a function call between reading and writing lets another thread in.
import sys
import threading

ADDS = 1_000_000
THREADS = 4
counter = 0


def plus_one(n):
    return n + 1


def add():
    global counter
    for _ in range(ADDS):
        counter = plus_one(counter)  # read, call, write: the call is where the GIL may be taken away


sys.setswitchinterval(0.0001)  # hand over more often than every 5 ms, so that the demonstration is short
threads = [threading.Thread(target=add) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

expected = THREADS * ADDS
print(f"{THREADS} threads added 1 to a counter {ADDS:,} times each.")
print(f"expected {expected:>9,}")
print(f"counted  {counter:>9,}")
if counter == expected:
    print("Nothing was lost this time: luck, not safety. Run it again.")
else:
    lost = expected - counter
    print(f"lost     {lost:>9,}   ({100 * lost / expected:.0f} %)")
    print("A thread that was interrupted inside the call wrote back a value that was long out of date.")
