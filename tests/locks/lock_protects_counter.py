import threading

counter = 0
lock = threading.Lock()


def step(n):
    return n + 1


def add():
    global counter
    for _ in range(5000):
        with lock:
            counter = step(counter)


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter)  # expect: 20000
