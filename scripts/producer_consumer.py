# Producers and consumers that share nothing but a Queue of three places: it blocks who is too fast.
import queue
import threading
import time

orders = queue.Queue(maxsize=3)
served = []


def cook(name, dishes):
    for dish in dishes:
        time.sleep(0.02)
        orders.put(dish)  # waits while the queue is full
        print(f"{name} cooked {dish:<8} waiting: {orders.qsize()}\n", end="")


def waiter(name):
    while True:
        dish = orders.get()  # waits while the queue is empty
        if dish is None:  # the agreed sign to go home
            break
        time.sleep(0.05)
        served.append((name, dish))
        orders.task_done()


cooks = [
    threading.Thread(target=cook, args=("Anna", ["soup", "pasta", "pizza", "salad"])),
    threading.Thread(target=cook, args=("Ben", ["steak", "fish", "cake", "coffee"])),
]
waiters = [threading.Thread(target=waiter, args=(name,)) for name in ("Mia", "Tom")]
for thread in cooks + waiters:
    thread.start()
for thread in cooks:
    thread.join()
orders.join()  # every dish that was put has been served
for _ in waiters:
    orders.put(None)
for thread in waiters:
    thread.join()

for name in ("Mia", "Tom"):
    print(f"{name} served {sorted(dish for who, dish in served if who == name)}")
print(f"{len(served)} dishes, none lost, none served twice: {len(set(dish for _, dish in served)) == 8}")
