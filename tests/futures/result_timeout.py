import threading
from concurrent.futures import ThreadPoolExecutor

go = threading.Event()
with ThreadPoolExecutor(1) as pool:
    f = pool.submit(go.wait)
    for call in (lambda: f.result(timeout=0.02), lambda: f.exception(0.02)):
        try:
            call()
        except TimeoutError as error:
            print(repr(error))
    go.set()
    print(f.result(timeout=5))

# expect: TimeoutError()
# expect: TimeoutError()
# expect: True
