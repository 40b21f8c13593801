# flags: --every 3
# expect: True
import threading

counter = 0
ready = []


def add():
    global counter
    ready.append(1)
    while len(ready) < 3:
        pass
    for _ in range(500):
        counter += 1


threads = [threading.Thread(target=add) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(0 < counter < 1500)
