# A barber, three chairs, customers who leave when no chair is free. Nobody is lost: served + turned away = all.
import queue
import threading
import time

chairs = queue.Queue(maxsize=3)
served, turned_away = [], []


def barber():
    while (customer := chairs.get()) is not None:
        time.sleep(0.005)
        served.append(customer)


t = threading.Thread(target=barber)
t.start()
for customer in range(10):
    try:
        chairs.put_nowait(customer)
    except queue.Full:
        turned_away.append(customer)
chairs.put(None)
t.join()
print(len(served) + len(turned_away), served == sorted(served), len(turned_away) > 0)  # expect: 10 True True
