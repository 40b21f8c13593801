*a, *b = [1, 2]

# expect stderr:   File "syntax_two_stars_in_target.py", line 1
# expect stderr:     *a, *b = [1, 2]
# expect stderr:     ^^^^^^
# expect stderr: SyntaxError: multiple starred expressions in assignment
# exit: 1
