def f(a, b):
    return (a + 1) * (b - "x") + 3


f(1, 2)

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_binary_operator.py", line 5, in <module>
# expect stderr:     f(1, 2)
# expect stderr:     ~^^^^^^
# expect stderr:   File "carets_binary_operator.py", line 2, in f
# expect stderr:     return (a + 1) * (b - "x") + 3
# expect stderr:                       ~~^~~~~
# expect stderr: TypeError: unsupported operand type(s) for -: 'int' and 'str'
# exit: 1
