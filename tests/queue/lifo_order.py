import queue

q = queue.LifoQueue()
for n in (3, 1, 2):
    q.put(n)
print([q.get() for _ in range(3)])  # expect: [2, 1, 3]
