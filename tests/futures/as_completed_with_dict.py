import concurrent.futures

with concurrent.futures.ThreadPoolExecutor(2) as pool:
    futures = {pool.submit(pow, n, 2): n for n in range(5)}
    print(sorted((futures[f], f.result()) for f in concurrent.futures.as_completed(futures)))
print(concurrent.futures.FIRST_COMPLETED, issubclass(concurrent.futures.BrokenExecutor, RuntimeError))

# expect: [(0, 0), (1, 1), (2, 4), (3, 9), (4, 16)]
# expect: FIRST_COMPLETED True
