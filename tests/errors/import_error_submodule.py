import math.nothing

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "import_error_submodule.py", line 1, in <module>
# expect stderr:     import math.nothing
# expect stderr: ModuleNotFoundError: No module named 'math.nothing'; 'math' is not a package
# exit: 1
