if 1:
    pass
else:
    pass
elif 2:
    pass

# expect stderr:   File "syntax_elif_after_else.py", line 5
# expect stderr:     elif 2:
# expect stderr:     ^^^^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
