"""A number goes to and fro between two threads through two queues."""
# size: 6000, quick 300

import queue
import sys
import threading


def echo(source, target):
    while (item := source.get()) is not None:
        target.put(item + 1)


there, back, n = queue.Queue(), queue.Queue(), int(sys.argv[1])
t = threading.Thread(target=echo, args=(there, back))
t.start()
x = 0
for _ in range(n):
    there.put(x)
    x = back.get()
there.put(None)
t.join()
print(x)
