if True:
    break

# expect stderr:   File "syntax_break_outside.py", line 2
# expect stderr:     break
# expect stderr:     ^^^^^
# expect stderr: SyntaxError: 'break' outside loop
# exit: 1
