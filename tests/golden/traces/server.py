import sys
import threading


def compute():
    n = 0
    while n < 1_000_000:
        n += 1


def answer():
    for request in sys.stdin:
        print(request.upper())


threading.Thread(target=compute, name="compute").start()
threading.Thread(target=answer, name="answer").start()
