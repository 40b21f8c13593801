import threading

lock = threading.RLock()


def depth(n):
    with lock:
        return 1 + depth(n - 1) if n else 0


print(depth(10))  # expect: 10
print(lock.acquire(), lock.acquire(), lock.acquire(False))  # expect: True True True
lock.release()
lock.release()
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)  # expect: cannot release un-acquired lock
