# flags: --model py3.13 --switch-interval 100us
# expect: 200000
import threading

counter = 0


def add():
    global counter
    for _ in range(50_000):
        counter += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)
