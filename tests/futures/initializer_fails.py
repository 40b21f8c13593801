from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool


def setup():
    raise ValueError("no setup")


with ThreadPoolExecutor(1, initializer=setup) as pool:
    try:
        pool.submit(int).result()
    except BrokenThreadPool as error:
        print(error)
# expect: A thread initializer failed, the thread pool is not usable anymore
# expect stderr: Exception in initializer:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "initializer_fails.py", line 6, in setup
# expect stderr:     raise ValueError("no setup")
# expect stderr: ValueError: no setup
