yield 1

# expect stderr:   File "syntax_yield_outside.py", line 1
# expect stderr:     yield 1
# expect stderr:     ^^^^^^^
# expect stderr: SyntaxError: 'yield' outside function
# exit: 1
