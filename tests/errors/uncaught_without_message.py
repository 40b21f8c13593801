def f():
    raise KeyError


f()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_without_message.py", line 5, in <module>
# expect stderr:     f()
# expect stderr:     ~^^
# expect stderr:   File "uncaught_without_message.py", line 2, in f
# expect stderr:     raise KeyError
# expect stderr: KeyError
# exit: 1
