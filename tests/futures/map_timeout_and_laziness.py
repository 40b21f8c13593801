import threading
from concurrent.futures import ThreadPoolExecutor

go = threading.Event()
with ThreadPoolExecutor(1) as pool:
    results = pool.map(lambda n: go.wait(), [1], timeout=0.02)
    try:
        next(results)
    except TimeoutError as error:
        print(repr(error))  # expect: TimeoutError()
    go.set()
