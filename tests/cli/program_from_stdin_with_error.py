# command: -
# stdin: def f():
# stdin:     return 1 / 0
# stdin: f()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "<stdin>", line 3, in <module>
# expect stderr:   File "<stdin>", line 2, in f
# expect stderr: ZeroDivisionError: division by zero
# exit: 1
