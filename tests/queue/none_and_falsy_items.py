import queue

q = queue.Queue()
for item in (None, 0, "", [], False):
    q.put(item)
print([q.get() for _ in range(5)])  # expect: [None, 0, '', [], False]
