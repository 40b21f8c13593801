import threading
from concurrent.futures import ThreadPoolExecutor


def setup(tag):
    local.tag = tag


local = threading.local()
with ThreadPoolExecutor(1, thread_name_prefix="pool", initializer=setup, initargs=("ready",)) as pool:
    print(pool.submit(lambda: (threading.current_thread().name, local.tag)).result())  # expect: ('pool_0', 'ready')
with ThreadPoolExecutor(1) as pool:
    print(pool.submit(lambda: threading.current_thread().name).result())  # expect: ThreadPoolExecutor-0_0
