# A thread that only answers, and one that computes: each answer waits for a whole switch interval.
import threading
import time


def compute():
    n = 0
    while n < 10_000_000:
        n += 1


def answer():
    for _ in range(40):
        time.sleep(0.005)


threads = [threading.Thread(target=work, name=work.__name__) for work in (compute, answer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
