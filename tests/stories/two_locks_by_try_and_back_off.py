# Without an order: take the first, try the second, and give both back when it fails.
import threading
import time

a, b = threading.Lock(), threading.Lock()
rounds = []


def work(first, second, name):
    for _ in range(20):
        while True:
            with first:
                if second.acquire(blocking=False):
                    try:
                        rounds.append(name)
                        break
                    finally:
                        second.release()
            time.sleep(0.0005)


threads = [threading.Thread(target=work, args=args) for args in ((a, b, "x"), (b, a, "y"))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(rounds.count("x"), rounds.count("y"))  # expect: 20 20
