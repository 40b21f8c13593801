def f():
    print(x)
    global x
    x = 1

# expect stderr:   File "syntax_global_after_use.py", line 3
# expect stderr:     global x
# expect stderr:     ^^^^^^^^
# expect stderr: SyntaxError: name 'x' is used prior to global declaration
# exit: 1
