# flags: --model py3.9 --switch-interval 50us
# expect: True
import threading

counter = 0


def add():
    global counter
    for _ in range(1_000_000):
        x = counter
        x = x + 1
        counter = x


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(0 < counter < 4_000_000)
