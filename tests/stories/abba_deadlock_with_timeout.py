# Two threads take two locks in opposite order. Each gets one and waits for the other; only the time limit ends it.
import threading

a, b = threading.Lock(), threading.Lock()
both_have_one = threading.Barrier(2)
both_tried = threading.Barrier(2)
results = []


def take(first, second):
    with first:
        both_have_one.wait()
        got = second.acquire(timeout=0.1)
        results.append(got)
        both_tried.wait()
        if got:
            second.release()


threads = [threading.Thread(target=take, args=pair) for pair in ((a, b), (b, a))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(results)  # expect: [False, False]
