import queue
import time

start = time.monotonic()
try:
    queue.Queue().get(timeout=0.1)
except queue.Empty:
    print(0.09 < time.monotonic() - start < 1)  # expect: True
