def f():
pass

# expect stderr:   File "syntax_expected_indent.py", line 2
# expect stderr:     pass
# expect stderr:     ^^^^
# expect stderr: IndentationError: expected an indented block after function definition on line 1
# exit: 1
