"text".uper()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "attribute_error_suggestion_method.py", line 1, in <module>
# expect stderr:     "text".uper()
# expect stderr:     ^^^^^^^^^^^
# expect stderr: AttributeError: 'str' object has no attribute 'uper'. Did you mean: 'upper'?
# exit: 1
