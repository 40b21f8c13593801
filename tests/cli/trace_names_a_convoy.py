# command: trace --sim --summary {script}
# expect some: Why the GIL went to another thread
# expect some: Longest wait
# expect some: Convoy: answer needs the GIL only for
# expect some: behind compute
import threading
import time


def compute():
    n = 0
    while not done:
        n += 1


def answer():
    for _ in range(10):
        time.sleep(0.002)


done = False
threading.Thread(target=compute, name="compute").start()
answering = threading.Thread(target=answer, name="answer")
answering.start()
answering.join()
done = True
