f(a=1, 2)

# expect stderr:   File "syntax_positional_after_keyword.py", line 1
# expect stderr:     f(a=1, 2)
# expect stderr:             ^
# expect stderr: SyntaxError: positional argument follows keyword argument
# exit: 1
