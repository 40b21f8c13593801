x = 0o89

# expect stderr:   File "syntax_invalid_octal.py", line 1
# expect stderr:     x = 0o89
# expect stderr:           ^
# expect stderr: SyntaxError: invalid digit '8' in octal literal
# exit: 1
