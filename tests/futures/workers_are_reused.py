import threading
from concurrent.futures import ThreadPoolExecutor

names = set()
with ThreadPoolExecutor(2, "w") as pool:
    for _ in range(20):
        pool.submit(lambda: names.add(threading.current_thread().name)).result()
print(names <= {"w_0", "w_1"}, pool._max_workers)  # expect: True 2
