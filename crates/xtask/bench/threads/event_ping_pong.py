"""Two threads hand over to each other by events."""
# size: 5000, quick 300

import sys
import threading


def player(n, mine, other, score):
    for _ in range(n):
        mine.wait()
        mine.clear()
        score.append(1)
        other.set()


n, a, b, score = int(sys.argv[1]), threading.Event(), threading.Event(), []
threads = [threading.Thread(target=player, args=(n, *pair, score)) for pair in ((a, b), (b, a))]
for t in threads:
    t.start()
a.set()
for t in threads:
    t.join()
print(len(score))
