# Sixty threads are woken together again and again, some by their deadlines instead; none is forgotten.
import random
import threading
import time

condition, lock = threading.Condition(), threading.Lock()
stop, rounds = [], [0]


def compute():
    while not stop:
        pass


def wait(seed):
    choose = random.Random(seed)
    for _ in range(6):
        with condition:
            condition.wait(choose.choice([None, 0.001, 0.01, 5]))
        with lock:
            rounds[0] += 1
        if choose.random() < 0.2:
            time.sleep(0.001)


hog = threading.Thread(target=compute)
waiters = [threading.Thread(target=wait, args=(seed,)) for seed in range(60)]
for thread in [hog, *waiters]:
    thread.start()
while any(thread.is_alive() for thread in waiters):
    with condition:
        condition.notify_all()
    time.sleep(0.002)
stop.append(1)
for thread in [hog, *waiters]:
    thread.join()
print(rounds[0])  # expect: 360
