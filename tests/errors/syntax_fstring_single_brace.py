x = f"a } b"

# expect stderr:   File "syntax_fstring_single_brace.py", line 1
# expect stderr:     x = f"a } b"
# expect stderr:             ^
# expect stderr: SyntaxError: f-string: single '}' is not allowed
# exit: 1
