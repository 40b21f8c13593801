*a

# expect stderr:   File "syntax_star_expression_alone.py", line 1
# expect stderr:     *a
# expect stderr:     ^^
# expect stderr: SyntaxError: can't use starred expression here
# exit: 1
