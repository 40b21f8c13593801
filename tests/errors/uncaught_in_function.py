def inner(x):
    return 10 / x


def outer(x):
    return inner(x) + 1


outer(0)

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_function.py", line 9, in <module>
# expect stderr:     outer(0)
# expect stderr:     ~~~~~^^^
# expect stderr:   File "uncaught_in_function.py", line 6, in outer
# expect stderr:     return inner(x) + 1
# expect stderr:            ~~~~~^^^
# expect stderr:   File "uncaught_in_function.py", line 2, in inner
# expect stderr:     return 10 / x
# expect stderr:            ~~~^~~
# expect stderr: ZeroDivisionError: division by zero
# exit: 1
