x = f"{a"

# expect stderr:   File "syntax_fstring_unclosed.py", line 1
# expect stderr:     x = f"{a"
# expect stderr:             ^
# expect stderr: SyntaxError: f-string: expecting '}'
# exit: 1
