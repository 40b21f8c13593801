import queue

q = queue.SimpleQueue()
q.put(1)
q.put_nowait(2)
print(q.qsize(), q.get(), q.get_nowait(), q.empty())
for call in (q.get_nowait, lambda: q.get(timeout=0.01), lambda: q.get(False)):
    try:
        call()
    except queue.Empty:
        print("Empty")
try:
    q.get(timeout=-1)
except ValueError as error:
    print(error)

# expect: 2 1 2 True
# expect: Empty
# expect: Empty
# expect: Empty
# expect: 'timeout' must be a non-negative number
