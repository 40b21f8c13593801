# flags: --every 3
# expect: [0, 1, 4, 9, 16, 25, 36, 49]
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(lambda n: n * n, range(8))))
