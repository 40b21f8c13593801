import queue
import threading

q = queue.Queue()
for n in range(200):
    q.put(n)
got = []


def drain():
    while True:
        try:
            got.append(q.get_nowait())
        except queue.Empty:
            return


threads = [threading.Thread(target=drain) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(got) == list(range(200)))  # expect: True
