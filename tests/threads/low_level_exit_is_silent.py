import _thread

lock = _thread.allocate_lock()
lock.acquire()


def worker():
    try:
        print("before")  # expect: before
        _thread.exit()
        print("never")
    finally:
        lock.release()


_thread.start_new_thread(worker, ())
lock.acquire()
print("main")  # expect: main
