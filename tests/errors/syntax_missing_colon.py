if True
    print("x")

# expect stderr:   File "syntax_missing_colon.py", line 1
# expect stderr:     if True
# expect stderr:            ^
# expect stderr: SyntaxError: expected ':'
# exit: 1
