# flags: --model py2.7
# expect: True
import threading

counter = 0
together = threading.Barrier(4)


def add():
    global counter
    # Without it a busy machine may run the threads one after the other.
    together.wait()
    for _ in range(1_000_000):
        counter += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(0 < counter < 4_000_000)
