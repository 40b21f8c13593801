f(a=1, a=2)

# expect stderr:   File "syntax_keyword_repeated.py", line 1
# expect stderr:     f(a=1, a=2)
# expect stderr:            ^^^
# expect stderr: SyntaxError: keyword argument repeated: a
# exit: 1
