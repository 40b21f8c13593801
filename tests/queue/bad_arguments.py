import queue

q = queue.Queue(1)
for call in (lambda: q.get(timeout=-1), lambda: q.put(1) or q.put(1, timeout=-1), q.task_done, q.task_done):
    try:
        print(call())
    except ValueError as error:
        print(error)

# expect: 'timeout' must be a non-negative number
# expect: 'timeout' must be a non-negative number
# expect: None
# expect: task_done() called too many times
