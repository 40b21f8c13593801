import queue

queue.Queue().get_nowait()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "empty_uncaught_text.py", line 3, in <module>
# expect stderr:     queue.Queue().get_nowait()
# expect stderr:     ~~~~~~~~~~~~~~~~~~~~~~~~^^
# expect stderr: _queue.Empty
# exit: 1
