x = [1, 2 3]

# expect stderr:   File "syntax_list_missing_comma.py", line 1
# expect stderr:     x = [1, 2 3]
# expect stderr:             ^^^
# expect stderr: SyntaxError: invalid syntax. Perhaps you forgot a comma?
# exit: 1
