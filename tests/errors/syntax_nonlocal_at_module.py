nonlocal x

# expect stderr:   File "syntax_nonlocal_at_module.py", line 1
# expect stderr:     nonlocal x
# expect stderr:     ^^^^^^^^^^
# expect stderr: SyntaxError: nonlocal declaration not allowed at module level
# exit: 1
