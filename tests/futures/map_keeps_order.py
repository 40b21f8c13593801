import time
from concurrent.futures import ThreadPoolExecutor


def slow(n):
    time.sleep(0.02 * (3 - n))
    return n * 10


with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(slow, range(3))))  # expect: [0, 10, 20]
    print(list(pool.map(lambda a, b: a + b, [1, 2], [10, 20])))  # expect: [11, 22]
