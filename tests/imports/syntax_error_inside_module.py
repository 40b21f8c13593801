import _bad_syntax

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "syntax_error_inside_module.py", line 1, in <module>
# expect stderr:     import _bad_syntax
# expect stderr:   File "_bad_syntax.py", line 1
# expect stderr:     def f(:
# expect stderr:           ^
# expect stderr: SyntaxError: invalid syntax
# exit: 1
