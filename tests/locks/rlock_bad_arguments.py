import threading

lock = threading.RLock()
for call in (lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2), lambda: lock.release(1), lambda: threading.RLock(x=1)):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect: ValueError can't specify a timeout for a non-blocking call
# expect: ValueError timeout value must be a non-negative number
# expect: TypeError RLock.release() takes no arguments (1 given)
# expect: <unlocked _thread.RLock object owner=0 count=0 at 0x…>
# expect stderr: rlock_bad_arguments.py:4: DeprecationWarning: Passing arguments to RLock is deprecated and will be removed in 3.15
# expect stderr:   for call in (lambda: lock.acquire(False, 1), lambda: lock.acquire(True, -2), lambda: lock.release(1), lambda: threading.RLock(x=1)):
