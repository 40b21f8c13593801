def f(x):
    global x

# expect stderr:   File "syntax_global_and_parameter.py", line 2
# expect stderr:     global x
# expect stderr:     ^^^^^^^^
# expect stderr: SyntaxError: name 'x' is parameter and global
# exit: 1
