def f(*):
    pass

# expect stderr:   File "syntax_bare_star_without_names.py", line 1
# expect stderr:     def f(*):
# expect stderr:           ^
# expect stderr: SyntaxError: named arguments must follow bare *
# exit: 1
