x = f"{a b}"

# expect stderr:   File "syntax_fstring_bad_expression.py", line 1
# expect stderr:     x = f"{a b}"
# expect stderr:            ^^^
# expect stderr: SyntaxError: invalid syntax. Perhaps you forgot a comma?
# exit: 1
