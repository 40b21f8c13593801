def f(a, b):
    return a


result = 1 + f(1, int("x"))

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_call_with_arguments.py", line 5, in <module>
# expect stderr:     result = 1 + f(1, int("x"))
# expect stderr:                       ~~~^^^^^
# expect stderr: ValueError: invalid literal for int() with base 10: 'x'
# exit: 1
