import

# expect stderr:   File "syntax_import_nothing.py", line 1
# expect stderr:     import
# expect stderr:           ^
# expect stderr: SyntaxError: Expected one or more names after 'import'
# exit: 1
