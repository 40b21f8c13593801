import sys
import threading


def compute():
    n = 0
    while n < 1_000_000:
        n += 1


def answer():
    for request in sys.stdin:
        print(request.upper())


computing = threading.Thread(target=compute, name="compute")
computing.start()
threading.Thread(target=answer, name="answer", daemon=True).start()
computing.join()
