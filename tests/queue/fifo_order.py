import queue

q = queue.Queue()
for n in (3, 1, 2):
    q.put(n)
print(q.qsize(), q.empty(), q.full(), [q.get() for _ in range(3)], q.empty(), q.maxsize)

# expect: 3 False False [3, 1, 2] True 0
