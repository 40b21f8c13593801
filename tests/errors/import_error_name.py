from math import squareroot

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "import_error_name.py", line 1, in <module>
# expect stderr:     from math import squareroot
# expect stderr match: ImportError: cannot import name 'squareroot' from 'math' (*)
# exit: 1
