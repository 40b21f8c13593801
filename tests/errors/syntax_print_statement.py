print "hello"

# expect stderr:   File "syntax_print_statement.py", line 1
# expect stderr:     print "hello"
# expect stderr:     ^^^^^^^^^^^^^
# expect stderr: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
# exit: 1
