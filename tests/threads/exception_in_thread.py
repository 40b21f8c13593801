import threading


def worker(n):
    return 1 / n


t = threading.Thread(target=worker, args=(0,))
t.start()
t.join()
print("main goes on")

# expect: main goes on
# expect stderr: Exception in thread Thread-1 (worker):
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "exception_in_thread.py", line 5, in worker
# expect stderr:     return 1 / n
# expect stderr:            ~~^~~
# expect stderr: ZeroDivisionError: division by zero
