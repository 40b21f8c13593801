# flags: --switch-interval 50us
# expect: 80000 80000 80000
import threading


class Box:
    n = 0


box, items, table = Box(), [0], {"k": 0}


def add():
    for _ in range(20_000):
        box.n += 1
        items[0] += 1
        table["k"] += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(box.n, items[0], table["k"])
