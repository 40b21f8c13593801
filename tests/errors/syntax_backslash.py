x = 1 \ 2

# expect stderr:   File "syntax_backslash.py", line 1
# expect stderr:     x = 1 \ 2
# expect stderr:            ^
# expect stderr: SyntaxError: unexpected character after line continuation character
# exit: 1
