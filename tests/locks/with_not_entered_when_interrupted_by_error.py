import threading

lock = threading.Lock()


def work(n):
    with lock:
        if n == 1:
            raise ValueError(n)
        done.append(n)


done = []
for n in range(3):
    t = threading.Thread(target=work, args=(n,), name=f"T{n}")
    t.start()
    t.join()
print(done, lock.locked())

# expect: [0, 2] False
# expect stderr: Exception in thread T1:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "with_not_entered_when_interrupted_by_error.py", line 9, in work
# expect stderr:     raise ValueError(n)
# expect stderr: ValueError: 1
