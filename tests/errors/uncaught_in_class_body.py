class A:
    x = 1
    y = x + "a"

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_class_body.py", line 1, in <module>
# expect stderr:     class A:
# expect stderr:         x = 1
# expect stderr:         y = x + "a"
# expect stderr:   File "uncaught_in_class_body.py", line 3, in A
# expect stderr:     y = x + "a"
# expect stderr:         ~~^~~~~
# expect stderr: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# exit: 1
