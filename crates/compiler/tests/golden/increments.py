"""The statements that races are made of."""
counter = 0
total: int = 0
shared = {"n": 0}


def worker(times, lock, box):
    global counter
    for _ in range(times):
        counter += 1
        box.n += 1
        box.items[0] += 1
        shared["n"] = shared["n"] + 1
        with lock:
            counter -= 1
        lock.acquire()
        try:
            counter *= 2
        finally:
            lock.release()
    while counter > 0 and not box.stop:
        counter -= 1
    return counter
