def f():
    nonlocal missing
    missing = 1

# expect stderr:   File "syntax_nonlocal_without_binding.py", line 2
# expect stderr:     nonlocal missing
# expect stderr:     ^^^^^^^^^^^^^^^^
# expect stderr: SyntaxError: no binding for nonlocal 'missing' found
# exit: 1
