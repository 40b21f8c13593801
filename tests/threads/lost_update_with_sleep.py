import threading
import time

balance = 0
barrier = threading.Barrier(5)


def deposit():
    global balance
    barrier.wait()
    old = balance
    time.sleep(0.3)
    balance = old + 100


threads = [threading.Thread(target=deposit) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(balance)  # expect: 100
