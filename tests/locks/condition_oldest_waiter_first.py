import threading
import time

c = threading.Condition()
order = []


def wait(n):
    with c:
        c.wait()
        order.append(n)


threads = []
for n in range(3):
    t = threading.Thread(target=wait, args=(n,))
    t.start()
    threads.append(t)
    time.sleep(0.03)
for _ in range(3):
    with c:
        c.notify()
    time.sleep(0.03)
for t in threads:
    t.join()
print(order)  # expect: [0, 1, 2]
