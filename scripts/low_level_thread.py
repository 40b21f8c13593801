# Below threading: _thread starts a thread and makes a lock, and nothing else; joining is up to you.
import _thread
import time

print_lock = _thread.allocate_lock()
finished = []


def worker(n, done):
    for step in range(2):
        time.sleep(0.02 * n)
        with print_lock:
            print(f"thread {n}, step {step}")
    finished.append(n)
    done.release()  # a lock that is released by another thread: the oldest way to say "done"


locks = []
for n in (1, 2, 3):
    done = _thread.allocate_lock()
    done.acquire()
    locks.append(done)
    _thread.start_new_thread(worker, (n, done))

for done in locks:
    done.acquire()  # waits until the worker has released it
print("all done:", sorted(finished))
