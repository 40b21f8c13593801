from . import something

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "relative_import_in_script.py", line 1, in <module>
# expect stderr:     from . import something
# expect stderr: ImportError: attempted relative import with no known parent package
# exit: 1
