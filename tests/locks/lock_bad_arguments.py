import threading

lock = threading.Lock()
for call in (
    lambda: lock.acquire(False, 1),
    lambda: lock.acquire(blocking=False, timeout=5),
    lambda: lock.acquire(True, -2),
    lambda: lock.acquire(timeout=-0.5),
    lambda: lock.acquire(timeout=1e20),
    lambda: lock.acquire(timeout="a"),
    lambda: lock.acquire(1, 2, 3),
    lambda: lock.release(1),
    lambda: threading.Lock(1),
):
    try:
        call()
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(lock.acquire(timeout=-1))

# expect: ValueError can't specify a timeout for a non-blocking call
# expect: ValueError can't specify a timeout for a non-blocking call
# expect: ValueError timeout value must be a non-negative number
# expect: ValueError timeout value must be a non-negative number
# expect: OverflowError timestamp out of range for platform time_t
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError acquire() takes at most 2 arguments (3 given)
# expect: TypeError lock.release() takes no arguments (1 given)
# expect: TypeError lock expected 0 arguments, got 1
# expect: True
