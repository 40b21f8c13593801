import threading
import time

start = time.perf_counter()
threads = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
took = time.perf_counter() - start
print("together, not one after the other:", 0.19 < took < 0.7)  # expect: together, not one after the other: True
