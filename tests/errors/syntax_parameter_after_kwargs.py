def f(**k, a):
    pass

# expect stderr:   File "syntax_parameter_after_kwargs.py", line 1
# expect stderr:     def f(**k, a):
# expect stderr:                ^
# expect stderr: SyntaxError: arguments cannot follow var-keyword argument
# exit: 1
