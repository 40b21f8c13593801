from math import squareroot

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "import_error_name.py", line 1, in <module>
# expect stderr:     from math import squareroot
# expect stderr: ImportError: cannot import name 'squareroot' from 'math' (/root/.pyenv/versions/3.13.0/lib/python3.13/lib-dynload/math.cpython-313-x86_64-linux-gnu.so)
# exit: 1
