"""A thousand threads that sleep at the same time."""
# size: 1000, quick 100

import sys
import threading
import time

awake = []


def nap():
    time.sleep(0.2)
    awake.append(1)


threads = [threading.Thread(target=nap) for _ in range(int(sys.argv[1]))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(awake))
