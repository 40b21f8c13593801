x = [1, 2)

# expect stderr:   File "syntax_mismatched_bracket.py", line 1
# expect stderr:     x = [1, 2)
# expect stderr:              ^
# expect stderr: SyntaxError: closing parenthesis ')' does not match opening parenthesis '['
# exit: 1
