import threading
from concurrent.futures import ThreadPoolExecutor

go = threading.Event()
pool = ThreadPoolExecutor(1)
first = pool.submit(go.wait)
rest = [pool.submit(int) for _ in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in rest])  # expect: [True, True, True]
go.set()
print(first.result())  # expect: True
