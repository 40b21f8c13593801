import _thread

lock = _thread.allocate_lock()


def worker():
    try:
        raise ValueError("low level")
    finally:
        lock.release()


lock.acquire()
_thread.start_new_thread(worker, ())
lock.acquire()
import time

time.sleep(0.1)

# expect stderr: Exception ignored in thread started by <function worker at 0x…>:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "low_level_exception.py", line 8, in worker
# expect stderr:     raise ValueError("low level")
# expect stderr: ValueError: low level
