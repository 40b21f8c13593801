import threading

go = threading.Event()
results = []


def good(n):
    go.wait()
    results.append(n)


def bad():
    go.wait()
    raise ValueError("bad one")


threads = [threading.Thread(target=good, args=(n,)) for n in range(3)] + [threading.Thread(target=bad, name="bad")]
for t in threads:
    t.start()
go.set()
for t in threads:
    t.join()
print(sorted(results))

# expect: [0, 1, 2]
# expect stderr: Exception in thread bad:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "exception_does_not_stop_others.py", line 14, in bad
# expect stderr:     raise ValueError("bad one")
# expect stderr: ValueError: bad one
