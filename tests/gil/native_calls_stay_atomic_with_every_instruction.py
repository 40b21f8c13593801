# flags: --every 1
# expect: 400 True 100
import threading

items, d = [], {}


def work(n):
    for i in range(100):
        items.append(n)
        d.setdefault(i, n)


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(items), sorted(set(items)) == [0, 1, 2, 3], len(d))
