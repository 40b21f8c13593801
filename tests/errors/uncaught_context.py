try:
    1 / 0
except ZeroDivisionError:
    [][1]

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_context.py", line 2, in <module>
# expect stderr:     1 / 0
# expect stderr:     ~~^~~
# expect stderr: ZeroDivisionError: division by zero
# expect stderr:
# expect stderr: During handling of the above exception, another exception occurred:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_context.py", line 4, in <module>
# expect stderr:     [][1]
# expect stderr:     ~~^^^
# expect stderr: IndexError: list index out of range
# exit: 1
