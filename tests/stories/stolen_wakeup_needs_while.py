# Two consumers are woken for one item. With `while` the slower one goes back to sleep; with `if` it would pop nothing.
import threading
import time

c = threading.Condition()
items = []
got = []


def consumer(name):
    with c:
        while not items:
            if not c.wait(timeout=0.2):
                got.append((name, None))
                return
        got.append((name, items.pop()))


threads = [threading.Thread(target=consumer, args=(n,)) for n in range(2)]
for t in threads:
    t.start()
time.sleep(0.05)
with c:
    items.append("only one")
    c.notify_all()
for t in threads:
    t.join()
print(sorted(item or "nothing" for _, item in got))  # expect: ['nothing', 'only one']
