x = [*a for a in b]

# expect stderr:   File "syntax_comprehension_unpack.py", line 1
# expect stderr:     x = [*a for a in b]
# expect stderr:          ^^
# expect stderr: SyntaxError: iterable unpacking cannot be used in comprehension
# exit: 1
