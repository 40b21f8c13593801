def f(*a, *b):
    pass

# expect stderr:   File "syntax_star_args_twice.py", line 1
# expect stderr:     def f(*a, *b):
# expect stderr:               ^
# expect stderr: SyntaxError: * argument may appear only once
# exit: 1
