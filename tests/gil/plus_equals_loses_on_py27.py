# flags: --model py2.7
# expect: True
import threading

counter = 0


def add():
    global counter
    for _ in range(200_000):
        counter += 1


def lost():
    global counter
    counter = 0
    threads = [threading.Thread(target=add) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return 0 < counter < 800_000


# A busy machine may run the threads one after the other.
print(any(lost() for _ in range(50)))
