x = f"{}"

# expect stderr:   File "syntax_fstring_empty.py", line 1
# expect stderr:     x = f"{}"
# expect stderr:            ^
# expect stderr: SyntaxError: f-string: valid expression required before '}'
# exit: 1
