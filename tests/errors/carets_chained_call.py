def f():
    return lambda: None


f()()()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_chained_call.py", line 5, in <module>
# expect stderr:     f()()()
# expect stderr:     ~~~~~^^
# expect stderr: TypeError: 'NoneType' object is not callable
# exit: 1
