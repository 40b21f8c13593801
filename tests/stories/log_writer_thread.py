# One thread owns the output; the others only send it lines.
import queue
import threading

lines = queue.Queue()


def writer():
    for line in iter(lines.get, None):
        print(line)


def worker(n):
    lines.put(f"worker {n} starts")
    lines.put(f"worker {n} ends")


w = threading.Thread(target=writer)
w.start()
for n in range(3):
    t = threading.Thread(target=worker, args=(n,))
    t.start()
    t.join()
lines.put(None)
w.join()

# expect: worker 0 starts
# expect: worker 0 ends
# expect: worker 1 starts
# expect: worker 1 ends
# expect: worker 2 starts
# expect: worker 2 ends
