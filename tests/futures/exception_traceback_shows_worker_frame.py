from concurrent.futures import ThreadPoolExecutor


def job(n):
    return 1 / n


with ThreadPoolExecutor(1) as pool:
    f = pool.submit(job, 0)
f.result()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "exception_traceback_shows_worker_frame.py", line 10, in <module>
# expect stderr:     f.result()
# expect stderr:     ~~~~~~~~^^
# expect stderr:   File "exception_traceback_shows_worker_frame.py", line 5, in job
# expect stderr:     return 1 / n
# expect stderr:            ~~^~~
# expect stderr: ZeroDivisionError: division by zero
# exit: 1
