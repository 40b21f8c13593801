import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def nap(t):
    time.sleep(t)
    return t


with ThreadPoolExecutor(3) as pool:
    futures = [pool.submit(nap, t) for t in (0.15, 0.05, 0.1)]
    print([f.result() for f in as_completed(futures)])  # expect: [0.05, 0.1, 0.15]
