x = 1 +

# expect stderr:   File "syntax_invalid.py", line 1
# expect stderr:     x = 1 +
# expect stderr:            ^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
