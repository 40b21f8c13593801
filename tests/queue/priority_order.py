import queue

q = queue.PriorityQueue()
for item in ((2, "b"), (1, "z"), (3, "a"), (1, "a")):
    q.put(item)
print([q.get() for _ in range(4)])  # expect: [(1, 'a'), (1, 'z'), (2, 'b'), (3, 'a')]
q.put((1, {}))
try:
    q.put((1, {}))
except TypeError as error:
    print(error)
