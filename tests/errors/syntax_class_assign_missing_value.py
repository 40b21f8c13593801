class A:
    x =

# expect stderr:   File "syntax_class_assign_missing_value.py", line 2
# expect stderr:     x =
# expect stderr:        ^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
