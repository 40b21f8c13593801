from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
pool.shutdown()
for call in (
    lambda: pool.submit(int),
    lambda: pool.map(int, "1"),
    lambda: ThreadPoolExecutor(0),
    lambda: ThreadPoolExecutor(-1),
    lambda: ThreadPoolExecutor(1, initializer=5),
):
    try:
        call()
    except (RuntimeError, ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect: RuntimeError cannot schedule new futures after shutdown
# expect: RuntimeError cannot schedule new futures after shutdown
# expect: ValueError max_workers must be greater than 0
# expect: ValueError max_workers must be greater than 0
# expect: TypeError initializer must be a callable
