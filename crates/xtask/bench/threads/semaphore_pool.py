"""Eight threads share three permits of a semaphore."""
# size: 15000, quick 1000

import sys
import threading

permits, done = threading.Semaphore(3), []


def work(n):
    mine = 0
    for i in range(n):
        with permits:
            mine += i & 1
    done.append(mine)


threads = [threading.Thread(target=work, args=(int(sys.argv[1]),)) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(done))
