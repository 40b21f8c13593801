import threading
import time

lock = threading.Lock()
order = []


def wait_for_it(n):
    with lock:
        order.append(n)


lock.acquire()
threads = []
for n in range(5):
    t = threading.Thread(target=wait_for_it, args=(n,))
    t.start()
    threads.append(t)
    time.sleep(0.03)
lock.release()
for t in threads:
    t.join()
print(order)  # expect: [0, 1, 2, 3, 4]
