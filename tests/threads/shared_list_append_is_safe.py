import threading

items = []


def add(n):
    for i in range(2000):
        items.append((n, i))


threads = [threading.Thread(target=add, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(items), [i for n, i in items if n == 2] == list(range(2000)))  # expect: 8000 True
