def add(a, b):
    return a + b


total = add(
    1,
    "two",
)

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_multi_line_call.py", line 5, in <module>
# expect stderr:     total = add(
# expect stderr:         1,
# expect stderr:         "two",
# expect stderr:     )
# expect stderr:   File "carets_multi_line_call.py", line 2, in add
# expect stderr:     return a + b
# expect stderr:            ~~^~~
# expect stderr: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# exit: 1
