try:
    pass
except ValueError:
    pass
else:
    try:
        raise KeyError("from else")
    finally:
        print("finally first")

# expect: finally first
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_finally_and_else.py", line 7, in <module>
# expect stderr:     raise KeyError("from else")
# expect stderr: KeyError: 'from else'
# exit: 1
