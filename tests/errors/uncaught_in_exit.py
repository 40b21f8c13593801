class Ctx:
    def __enter__(self): return self
    def __exit__(self, *info): raise OSError("from exit")


with Ctx():
    raise ValueError("from body")

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_exit.py", line 7, in <module>
# expect stderr:     raise ValueError("from body")
# expect stderr: ValueError: from body
# expect stderr:
# expect stderr: During handling of the above exception, another exception occurred:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_exit.py", line 6, in <module>
# expect stderr:     with Ctx():
# expect stderr:          ~~~^^
# expect stderr:   File "uncaught_in_exit.py", line 3, in __exit__
# expect stderr:     def __exit__(self, *info): raise OSError("from exit")
# expect stderr:                                ^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect stderr: OSError: from exit
# exit: 1
