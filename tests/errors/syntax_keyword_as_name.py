class = 5

# expect stderr:   File "syntax_keyword_as_name.py", line 1
# expect stderr:     class = 5
# expect stderr:           ^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
