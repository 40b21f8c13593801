"""As many locks as the size, each taken and given back."""
# size: 5000

import sys
import threading

locks = [threading.Lock() for _ in range(int(sys.argv[1]))]
for lock in locks:
    lock.acquire()
taken = sum(lock.locked() for lock in locks)
for lock in locks:
    lock.release()
print(taken, sum(lock.locked() for lock in locks))
