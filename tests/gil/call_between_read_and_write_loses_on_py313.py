# flags: --switch-interval 50us
# expect: True
import threading

counter = 0


def plus_one(n):
    return n + 1


def add():
    global counter
    for _ in range(500_000):
        counter = plus_one(counter)


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(0 < counter < 2_000_000)
