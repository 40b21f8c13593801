import threading
from concurrent.futures import ThreadPoolExecutor, TimeoutError, as_completed

go = threading.Event()
with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(go.wait), pool.submit(int)]
    try:
        for f in as_completed(futures, timeout=0.1):
            print(f.result())
    except TimeoutError as error:
        print(error)
    go.set()
print(TimeoutError is __builtins__.TimeoutError)

# expect: 0
# expect: 1 (of 2) futures unfinished
# expect: True
