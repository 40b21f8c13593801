import threading

lock = threading.RLock()
lock.acquire()


def other():
    print(lock.acquire(False), lock.acquire(timeout=0.02))  # expect: False False
    try:
        lock.release()
    except RuntimeError as error:
        print(error)  # expect: cannot release un-acquired lock


t = threading.Thread(target=other)
t.start()
t.join()
lock.release()
