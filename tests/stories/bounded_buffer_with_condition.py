# The classic bounded buffer: two conditions over one lock, and `while`, never `if`, around the wait.
import threading


class Buffer:
    def __init__(self, size):
        self.items = []
        self.size = size
        lock = threading.Lock()
        self.not_full = threading.Condition(lock)
        self.not_empty = threading.Condition(lock)

    def put(self, item):
        with self.not_full:
            while len(self.items) >= self.size:
                self.not_full.wait()
            self.items.append(item)
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            while not self.items:
                self.not_empty.wait()
            item = self.items.pop(0)
            self.not_full.notify()
            return item


buffer = Buffer(3)
got = []


def produce(start):
    for n in range(start, start + 100):
        buffer.put(n)


def consume():
    for _ in range(100):
        got.append(buffer.get())


threads = [threading.Thread(target=produce, args=(s,)) for s in (0, 100)]
threads += [threading.Thread(target=consume) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(got) == list(range(200)), buffer.items)  # expect: True []
