def f:
    pass

# expect stderr:   File "syntax_def_without_parens.py", line 1
# expect stderr:     def f:
# expect stderr:          ^
# expect stderr: SyntaxError: expected '('
# exit: 1
