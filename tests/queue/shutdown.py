import queue

q = queue.Queue()
q.put("still comes out")
q.shutdown()
print(q.get())
for call in (lambda: q.put(1), q.get, q.get_nowait):
    try:
        call()
    except queue.ShutDown as error:
        print(repr(error))

# expect: still comes out
# expect: ShutDown()
# expect: ShutDown()
# expect: ShutDown()
