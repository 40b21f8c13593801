for i in 5:
    pass

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_iteration_of_int.py", line 1, in <module>
# expect stderr:     for i in 5:
# expect stderr:              ^
# expect stderr: TypeError: 'int' object is not iterable
# exit: 1
