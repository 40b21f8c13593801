double = lambda s: s * 2 + 1
list(map(double, ["a"]))

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_in_lambda_and_map.py", line 2, in <module>
# expect stderr:     list(map(double, ["a"]))
# expect stderr:     ~~~~^^^^^^^^^^^^^^^^^^^^
# expect stderr:   File "uncaught_in_lambda_and_map.py", line 1, in <lambda>
# expect stderr:     double = lambda s: s * 2 + 1
# expect stderr:                        ~~~~~~^~~
# expect stderr: TypeError: can only concatenate str (not "int") to str
# exit: 1
