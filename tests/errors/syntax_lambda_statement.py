f = lambda: return 1

# expect stderr:   File "syntax_lambda_statement.py", line 1
# expect stderr:     f = lambda: return 1
# expect stderr:                 ^^^^^^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
