x = 1 if True

# expect stderr:   File "syntax_ternary_without_else.py", line 1
# expect stderr:     x = 1 if True
# expect stderr:         ^^^^^^^^^
# expect stderr: SyntaxError: expected 'else' after 'if' expression
# exit: 1
