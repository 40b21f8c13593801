import threading


def worker():
    try:
        {}["k"]
    except KeyError as error:
        raise ValueError("no k") from error


t = threading.Thread(target=worker)
t.start()
t.join()

# expect stderr: Exception in thread Thread-1 (worker):
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "exception_in_thread_with_cause.py", line 6, in worker
# expect stderr:     {}["k"]
# expect stderr:     ~~^^^^^
# expect stderr: KeyError: 'k'
# expect stderr:
# expect stderr: The above exception was the direct cause of the following exception:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "exception_in_thread_with_cause.py", line 8, in worker
# expect stderr:     raise ValueError("no k") from error
# expect stderr: ValueError: no k
