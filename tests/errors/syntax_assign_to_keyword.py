None = 1

# expect stderr:   File "syntax_assign_to_keyword.py", line 1
# expect stderr:     None = 1
# expect stderr:     ^^^^
# expect stderr: SyntaxError: cannot assign to None
# exit: 1
