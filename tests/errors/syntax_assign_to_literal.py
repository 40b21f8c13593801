5 = x

# expect stderr:   File "syntax_assign_to_literal.py", line 1
# expect stderr:     5 = x
# expect stderr:     ^
# expect stderr: SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
# exit: 1
