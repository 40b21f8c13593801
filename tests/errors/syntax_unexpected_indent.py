x = 1
    y = 2

# expect stderr:   File "syntax_unexpected_indent.py", line 2
# expect stderr:     y = 2
# expect stderr: IndentationError: unexpected indent
# exit: 1
