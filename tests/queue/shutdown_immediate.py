import queue

q = queue.Queue()
q.put("lost")
q.shutdown(immediate=True)
print(q.qsize(), q.is_shutdown)  # expect: 0 True
try:
    q.get()
except queue.ShutDown:
    print("shut down")  # expect: shut down
q.join()
