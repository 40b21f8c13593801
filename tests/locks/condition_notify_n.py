import threading
import time

c = threading.Condition()
awake = []
waiting = 0


def wait(n):
    global waiting
    with c:
        waiting += 1
        c.wait()
        awake.append(n)


threads = [threading.Thread(target=wait, args=(n,)) for n in range(5)]
for t in threads:
    t.start()
while waiting < 5:
    time.sleep(0.005)
for amount in (2, 1):
    with c:
        c.notify(amount)
    time.sleep(0.1)
    print(len(awake))
with c:
    c.notify_all()
for t in threads:
    t.join()
print(sorted(awake))

# expect: 2
# expect: 3
# expect: [0, 1, 2, 3, 4]
