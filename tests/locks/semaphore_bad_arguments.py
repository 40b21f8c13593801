import threading

s = threading.Semaphore(1)
for call in (
    lambda: threading.Semaphore(-1),
    lambda: s.release(0),
    lambda: s.release(-1),
    lambda: s.acquire(False, timeout=1),
    lambda: threading.Semaphore("a"),
):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect: ValueError semaphore initial value must be >= 0
# expect: ValueError n must be one or more
# expect: ValueError n must be one or more
# expect: ValueError can't specify timeout for non-blocking acquire
# expect: TypeError '<' not supported between instances of 'str' and 'int'
