import threading
import time

balance = 100
balance_lock = threading.Lock()


def withdraw(amount):
    global balance
    with balance_lock:
        rest = balance - amount
        time.sleep(0.002)
        balance = rest


def count():
    total = 0
    while total < 200_000:
        total += 1


threads = [threading.Thread(target=withdraw, args=(30,)) for _ in range(2)]
threads.append(threading.Thread(target=count, name="counter"))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
