# A pool that nobody refers to any more does what it was given, and its threads end.
from concurrent.futures import ThreadPoolExecutor

executor = ThreadPoolExecutor(max_workers=3)
results = executor.map(abs, range(-5, 5))
threads = executor._threads
del executor
for thread in threads:
    thread.join()
print(list(results))  # expect: [5, 4, 3, 2, 1, 0, 1, 2, 3, 4]
print(any(thread.is_alive() for thread in threads))  # expect: False

futures = [ThreadPoolExecutor(1).submit(pow, 2, n) for n in range(3)]
print([future.result() for future in futures])  # expect: [1, 2, 4]
