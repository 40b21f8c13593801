import queue

q = queue.Queue(maxsize=1)
for call in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.01)):
    try:
        call()
    except queue.Empty as error:
        print(repr(error))
q.put("one")
print(q.full())
for call in (lambda: q.put_nowait(2), lambda: q.put(2, False), lambda: q.put(2, timeout=0.01)):
    try:
        call()
    except queue.Full as error:
        print(repr(error))

# expect: Empty()
# expect: Empty()
# expect: Empty()
# expect: True
# expect: Full()
# expect: Full()
# expect: Full()
