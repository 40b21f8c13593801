x = 12abc

# expect stderr:   File "syntax_invalid_number.py", line 1
# expect stderr:     x = 12abc
# expect stderr:          ^
# expect stderr: SyntaxError: invalid decimal literal
# exit: 1
