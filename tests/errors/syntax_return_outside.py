return 1

# expect stderr:   File "syntax_return_outside.py", line 1
# expect stderr:     return 1
# expect stderr:     ^^^^^^^^
# expect stderr: SyntaxError: 'return' outside function
# exit: 1
