def f():
    continue

# expect stderr:   File "syntax_continue_outside.py", line 2
# expect stderr:     continue
# expect stderr:     ^^^^^^^^
# expect stderr: SyntaxError: 'continue' not properly in loop
# exit: 1
