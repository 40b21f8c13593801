try:
    x = 1
y = 2

# expect stderr:   File "syntax_try_alone.py", line 3
# expect stderr:     y = 2
# expect stderr:     ^
# expect stderr: SyntaxError: expected 'except' or 'finally' block
# exit: 1
