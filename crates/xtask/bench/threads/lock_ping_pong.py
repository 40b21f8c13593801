"""Two threads hand over to each other by two bare locks."""
# size: 8000, quick 400

import sys
import threading


def player(n, mine, other, score):
    for _ in range(n):
        mine.acquire()
        score.append(1)
        other.release()


n, a, b, score = int(sys.argv[1]), threading.Lock(), threading.Lock(), []
b.acquire()
threads = [threading.Thread(target=player, args=(n, *pair, score)) for pair in ((a, b), (b, a))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(score))
