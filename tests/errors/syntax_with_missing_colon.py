with open("x") as f
    pass

# expect stderr:   File "syntax_with_missing_colon.py", line 1
# expect stderr:     with open("x") as f
# expect stderr:                        ^
# expect stderr: SyntaxError: expected ':'
# exit: 1
