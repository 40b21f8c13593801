next(iter([]))

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_stop_iteration.py", line 1, in <module>
# expect stderr:     next(iter([]))
# expect stderr:     ~~~~^^^^^^^^^^
# expect stderr: StopIteration
# exit: 1
