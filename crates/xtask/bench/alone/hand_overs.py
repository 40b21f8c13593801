"""Two threads that hand the GIL over to each other with two locks: traces as long as one likes."""

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
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(score))
