# flags: --every 1
# expect: True
import threading

counter = 0


def add():
    global counter
    for _ in range(2000):
        counter += 1


threads = [threading.Thread(target=add) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(0 < counter < 4000)
