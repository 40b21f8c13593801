f(x for x in y, 1)

# expect stderr:   File "syntax_generator_argument.py", line 1
# expect stderr:     f(x for x in y, 1)
# expect stderr:       ^^^^^^^^^^^^
# expect stderr: SyntaxError: Generator expression must be parenthesized
# exit: 1
