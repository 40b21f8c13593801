"""Threads that are all alive at the same time."""
# size: 30

import sys
import threading

gate, done = threading.Event(), []


def wait():
    gate.wait()
    done.append(1)


threads = [threading.Thread(target=wait) for _ in range(int(sys.argv[1]))]
for thread in threads:
    thread.start()
gate.set()
for thread in threads:
    thread.join()
print(len(done))
