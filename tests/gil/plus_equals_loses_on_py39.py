# flags: --model py3.9 --switch-interval 100us
# expect: True
import threading

counter = 0


def add():
    global counter
    for _ in range(1_000_000):
        counter += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(0 < counter < 4_000_000)
