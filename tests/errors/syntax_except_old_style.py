try:
    pass
except ValueError, e:
    pass

# expect stderr:   File "syntax_except_old_style.py", line 3
# expect stderr:     except ValueError, e:
# expect stderr:            ^^^^^^^^^^^^^
# expect stderr: SyntaxError: multiple exception types must be parenthesized
# exit: 1
