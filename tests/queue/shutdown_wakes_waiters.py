import queue
import threading
import time

q = queue.Queue()


def wait():
    try:
        q.get()
    except queue.ShutDown:
        print("woken by shutdown")


threads = [threading.Thread(target=wait) for _ in range(2)]
for t in threads:
    t.start()
time.sleep(0.05)
q.shutdown()
for t in threads:
    t.join()

# expect: woken by shutdown
# expect: woken by shutdown
