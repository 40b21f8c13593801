# The life of a thread under the GIL: take it, run, give it up while sleeping, wait for it, run again.
import threading
import time

start = time.perf_counter()
log = []  # list.append is one step under the GIL, so the entries never mix


def note(what):
    log.append((time.perf_counter() - start, threading.current_thread().name, what))


def worker(turns):
    note("has the GIL for the first time")
    for _ in range(2):
        n = 0
        while n < turns:  # computing: the GIL is kept until another thread asks for it
            n += 1
        note("computed, holding the GIL")
        time.sleep(0.05)  # sleeping: the GIL is given up at once
        note("slept without the GIL, took it again")
    note("ends and lets it go for good")


threads = [threading.Thread(target=worker, args=(50_000,), name=name) for name in ("red", "blue")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("   time  red                                       blue")
for when, name, what in log:
    print(f"{when * 1000:5.0f}ms  {what:<40}" if name == "red" else f"{when * 1000:5.0f}ms  {'':<40}  {what}")
print("\nEach column does one thing at a time, and the two sleeps overlap: both threads sleep without the GIL.")
