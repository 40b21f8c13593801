"""Many small calls through a pool of four threads."""
# size: 20000, quick 1000

import sys
from concurrent.futures import ThreadPoolExecutor


def work(n):
    return n * n % 1009


with ThreadPoolExecutor(4) as pool:
    print(sum(pool.map(work, range(int(sys.argv[1])))))
