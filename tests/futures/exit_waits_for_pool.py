import time
from concurrent.futures import ThreadPoolExecutor


def slow():
    time.sleep(0.1)
    print("work finished")


pool = ThreadPoolExecutor(1)
pool.submit(slow)
print("main ends")

# expect: main ends
# expect: work finished
