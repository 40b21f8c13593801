x = 1
x++

# expect stderr:   File "syntax_increment.py", line 2
# expect stderr:     x++
# expect stderr:        ^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
