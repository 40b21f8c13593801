import no_such_module_here

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "import_error_module.py", line 1, in <module>
# expect stderr:     import no_such_module_here
# expect stderr: ModuleNotFoundError: No module named 'no_such_module_here'
# exit: 1
