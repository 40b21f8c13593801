import threading
import time

lock = threading.Lock()
lock.acquire()
start = time.monotonic()
print(lock.acquire(timeout=0.05), lock.acquire(True, 0.05), lock.acquire(timeout=0))  # expect: False False False
print(0.09 < time.monotonic() - start < 2)  # expect: True
lock.release()
print(lock.acquire(timeout=1))  # expect: True
