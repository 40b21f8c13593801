from _shapes import nothing
# expect: shapes is loaded
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "missing_name_in_module.py", line 1, in <module>
# expect stderr:     from _shapes import nothing
# expect stderr: ImportError: cannot import name 'nothing' from '_shapes' (_shapes.py)
# exit: 1
