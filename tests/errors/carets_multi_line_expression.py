value = (1 +
         2 +
         "x")

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_multi_line_expression.py", line 1, in <module>
# expect stderr:     value = (1 +
# expect stderr:              ~~~
# expect stderr:              2 +
# expect stderr:              ~~^
# expect stderr:              "x")
# expect stderr:              ~~~
# expect stderr: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# exit: 1
