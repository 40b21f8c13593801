# Any number of readers, or one writer: readers must never see a half-done write.
import threading


class RWLock:
    def __init__(self):
        self.changed = threading.Condition()
        self.readers = 0
        self.writing = False

    def read(self):
        with self.changed:
            self.changed.wait_for(lambda: not self.writing)
            self.readers += 1

    def end_read(self):
        with self.changed:
            self.readers -= 1
            self.changed.notify_all()

    def write(self):
        with self.changed:
            self.changed.wait_for(lambda: not self.writing and self.readers == 0)
            self.writing = True

    def end_write(self):
        with self.changed:
            self.writing = False
            self.changed.notify_all()


lock = RWLock()
pair = [0, 0]
bad = []


def writer():
    for _ in range(50):
        lock.write()
        pair[0] += 1
        int()  # a call, so that another thread may run between the two writes
        pair[1] += 1
        lock.end_write()


def reader():
    for _ in range(100):
        lock.read()
        a = pair[0]
        int()
        if a != pair[1]:
            bad.append(tuple(pair))
        lock.end_read()


threads = [threading.Thread(target=f) for f in (writer, reader, writer, reader, reader)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(pair, bad)  # expect: [100, 100] []
