foo bar

# expect stderr:   File "syntax_two_names.py", line 1
# expect stderr:     foo bar
# expect stderr:         ^^^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
