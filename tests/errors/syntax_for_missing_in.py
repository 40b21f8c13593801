for x 5:
    pass

# expect stderr:   File "syntax_for_missing_in.py", line 1
# expect stderr:     for x 5:
# expect stderr:           ^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
