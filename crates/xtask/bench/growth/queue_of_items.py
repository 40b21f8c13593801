"""A queue that grows to the size and is emptied by another thread."""
# size: 2000

import queue
import sys
import threading

n, total = int(sys.argv[1]), []
jobs = queue.Queue()
for i in range(n):
    jobs.put(i)


def drain():
    for _ in range(n):
        total.append(jobs.get())


thread = threading.Thread(target=drain)
thread.start()
thread.join()
print(sum(total))
