def f(a, a):
    pass

# expect stderr:   File "syntax_duplicate_argument.py", line 1
# expect stderr:     def f(a, a):
# expect stderr:              ^
# expect stderr: SyntaxError: duplicate argument 'a' in function definition
# exit: 1
