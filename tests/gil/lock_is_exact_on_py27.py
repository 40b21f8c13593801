# flags: --model py2.7
# expect: 20000
import threading

counter = 0
lock = threading.Lock()


def add():
    global counter
    for _ in range(5000):
        with lock:
            counter += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)
