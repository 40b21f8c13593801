import queue
import threading
import time

q, got = queue.SimpleQueue(), []


def take(me):
    got.append((me, q.get()))


threads = [threading.Thread(target=take, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
    time.sleep(0.02)
for item in "abcd":
    q.put(item)
for t in threads:
    t.join()
print(sorted(got))


def hurry():
    began = time.monotonic()
    try:
        q.get(timeout=0.05)
    except queue.Empty:
        print("Empty", 0.04 < time.monotonic() - began < 5)
    print(q.get(timeout=20))


t = threading.Thread(target=hurry)
t.start()
time.sleep(0.2)
q.put("late")
t.join()
print(q.qsize())

# expect: [(0, 'a'), (1, 'b'), (2, 'c'), (3, 'd')]
# expect: Empty True
# expect: late
# expect: 0
