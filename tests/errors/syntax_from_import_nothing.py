from math import

# expect stderr:   File "syntax_from_import_nothing.py", line 1
# expect stderr:     from math import
# expect stderr:                     ^
# expect stderr: SyntaxError: Expected one or more names after 'import'
# exit: 1
