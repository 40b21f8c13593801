# Ten downloads and three workers: ThreadPoolExecutor starts the threads, hands out the work, returns the results.
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def download(page):
    time.sleep(0.03 + 0.02 * (page % 3))  # stands for the network
    if page == 7:
        raise ConnectionError(f"page {page} is gone")
    return page * 1000


start = time.perf_counter()
with ThreadPoolExecutor(max_workers=3, thread_name_prefix="worker") as pool:
    futures = {pool.submit(download, page): page for page in range(10)}
    for future in as_completed(futures):  # in the order in which they finish
        page = futures[future]
        try:
            print(f"page {page}: {future.result():>5,} bytes")
        except ConnectionError as error:  # an exception travels to whoever asks for the result
            print(f"page {page}: failed: {error}")
took = time.perf_counter() - start

alone = sum(0.03 + 0.02 * (page % 3) for page in range(10))
print(f"took {took:.2f} s; one after the other it would be {alone:.2f} s")

with ThreadPoolExecutor(3) as pool:
    print("map keeps the order:", list(pool.map(lambda n: n * n, range(6))))
