f(True=1)

# expect stderr:   File "syntax_assign_to_true_argument.py", line 1
# expect stderr:     f(True=1)
# expect stderr:       ^^^^^
# expect stderr: SyntaxError: cannot assign to True
# exit: 1
