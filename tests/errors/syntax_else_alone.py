else:
    pass

# expect stderr:   File "syntax_else_alone.py", line 1
# expect stderr:     else:
# expect stderr:     ^^^^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
