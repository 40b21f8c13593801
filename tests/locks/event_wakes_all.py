import threading

e = threading.Event()


def wait(n):
    print(f"{n} {e.wait()}\n", end="")


threads = [threading.Thread(target=wait, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
e.set()
for t in threads:
    t.join()

# expect sorted: 0 True
# expect sorted: 1 True
# expect sorted: 2 True
# expect sorted: 3 True
