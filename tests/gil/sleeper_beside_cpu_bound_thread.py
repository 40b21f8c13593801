# skip cpython: times of a busy machine
# expect: True
import threading
import time

stop = False


def hog():
    n = 0
    while not stop:
        n += 1


t = threading.Thread(target=hog)
t.start()
start = time.perf_counter()
for _ in range(10):
    time.sleep(0.001)
took = time.perf_counter() - start
stop = True
t.join()
print(took < 2)
