# flags: --every 1
# expect: True
# `x, y = y, x` is four instructions: another thread may see, and keep, the same value twice.
import threading

x, y = 1, 2
broken = False
stop = False


def swap():
    global x, y
    for _ in range(3000):
        x, y = y, x


def watch():
    global broken
    while not stop:
        if x == y:
            broken = True


w = threading.Thread(target=watch)
threads = [threading.Thread(target=swap) for _ in range(2)]
w.start()
for t in threads:
    t.start()
for t in threads:
    t.join()
stop = True
w.join()
print(broken or x == y)
