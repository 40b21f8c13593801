"""Four threads meet at a barrier again and again."""
# size: 2500, quick 150

import sys
import threading

barrier, rounds = threading.Barrier(4), []


def run(n):
    for i in range(n):
        if barrier.wait() == 0:
            rounds.append(i)


threads = [threading.Thread(target=run, args=(int(sys.argv[1]),)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(rounds))
