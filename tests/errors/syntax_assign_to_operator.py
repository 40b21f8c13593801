a + b = 1

# expect stderr:   File "syntax_assign_to_operator.py", line 1
# expect stderr:     a + b = 1
# expect stderr:     ^^^^^
# expect stderr: SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?
# exit: 1
