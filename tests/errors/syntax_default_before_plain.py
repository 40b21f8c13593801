def f(a=1, b):
    pass

# expect stderr:   File "syntax_default_before_plain.py", line 1
# expect stderr:     def f(a=1, b):
# expect stderr:                ^
# expect stderr: SyntaxError: parameter without a default follows parameter with a default
# exit: 1
