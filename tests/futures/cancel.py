import threading
from concurrent.futures import CancelledError, ThreadPoolExecutor

go = threading.Event()
with ThreadPoolExecutor(1) as pool:
    running = pool.submit(go.wait)
    waiting = pool.submit(print, "never")
    print(waiting.cancel(), waiting.cancelled(), waiting.done(), waiting.cancel())  # expect: True True True True
    while not running.running():
        pass
    print(running.cancel(), running.running())  # expect: False True
    go.set()
try:
    waiting.result()
except CancelledError as error:
    print(repr(error))  # expect: CancelledError()
