x = 1 <> 2

# expect stderr:   File "syntax_not_equal_old.py", line 1
# expect stderr:     x = 1 <> 2
# expect stderr:           ^^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
