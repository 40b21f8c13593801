# flags: --every 2
# expect: True
# `x, y = y, x` is four instructions: another thread may see, and keep, the same value twice.
import threading

x, y = 1, 2
broken = False


def swap():
    global x, y, broken
    for _ in range(200_000):
        x, y = y, x
        if broken:
            break
        if x == y:
            broken = True


threads = [threading.Thread(target=swap) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(broken)
