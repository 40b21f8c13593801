import queue


class UniqueQueue(queue.Queue):
    def _init(self, maxsize):
        self.queue = []
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            self.queue.append(item)

    def _get(self):
        return self.queue.pop(0)


q = UniqueQueue()
for n in (1, 2, 1):
    q.put(n)
print(q.qsize(), q.get(), q.get())  # expect: 2 1 2
