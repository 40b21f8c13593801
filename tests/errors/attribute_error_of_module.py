import math

math.squareroot(4)

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "attribute_error_of_module.py", line 3, in <module>
# expect stderr:     math.squareroot(4)
# expect stderr:     ^^^^^^^^^^^^^^^
# expect stderr: AttributeError: module 'math' has no attribute 'squareroot'
# exit: 1
