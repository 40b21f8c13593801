exec "code"

# expect stderr:   File "syntax_exec_statement.py", line 1
# expect stderr:     exec "code"
# expect stderr:     ^^^^^^^^^^^
# expect stderr: SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?
# exit: 1
