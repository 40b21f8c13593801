# flags: --switch-interval 50us
# expect: 80000
import threading

counter = 0


def add():
    global counter
    for _ in range(20_000):
        x = counter
        x = x + 1
        counter = x


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)
