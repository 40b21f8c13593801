print("never printed, the whole file is read first")
x = = 1

# expect stderr:   File "syntax_error_prints_nothing_before.py", line 2
# expect stderr:     x = = 1
# expect stderr:         ^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
