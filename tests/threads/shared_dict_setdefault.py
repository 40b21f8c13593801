import threading

d = {}


def fill(n):
    for i in range(500):
        d.setdefault(i, []).append(n)


threads = [threading.Thread(target=fill, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(d), all(sorted(v) == [0, 1, 2, 3] for v in d.values()))  # expect: 500 True
