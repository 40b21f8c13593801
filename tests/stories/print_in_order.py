# Three threads started in the wrong order print in the right one.
import threading

locks = [threading.Lock() for _ in range(2)]
for lock in locks:
    lock.acquire()


def first():
    print("first")  # expect: first
    locks[0].release()


def second():
    with locks[0]:
        print("second")  # expect: second
        locks[1].release()


def third():
    with locks[1]:
        print("third")  # expect: third


threads = [threading.Thread(target=f) for f in (third, second, first)]
for t in threads:
    t.start()
for t in threads:
    t.join()
