x = 1_000_

# expect stderr:   File "syntax_trailing_underscore.py", line 1
# expect stderr:     x = 1_000_
# expect stderr:              ^
# expect stderr: SyntaxError: invalid decimal literal
# exit: 1
