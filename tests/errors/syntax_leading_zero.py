x = 0123

# expect stderr:   File "syntax_leading_zero.py", line 1
# expect stderr:     x = 0123
# expect stderr:         ^
# expect stderr: SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# exit: 1
