x = (1, 2))

# expect stderr:   File "syntax_unmatched_paren.py", line 1
# expect stderr:     x = (1, 2))
# expect stderr:               ^
# expect stderr: SyntaxError: unmatched ')'
# exit: 1
