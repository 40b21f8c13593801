x := 5

# expect stderr:   File "syntax_walrus_at_statement.py", line 1
# expect stderr:     x := 5
# expect stderr:       ^^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
