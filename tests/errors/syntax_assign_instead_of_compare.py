x = 1
if x = 1:
    pass

# expect stderr:   File "syntax_assign_instead_of_compare.py", line 2
# expect stderr:     if x = 1:
# expect stderr:        ^^^^^
# expect stderr: SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# exit: 1
