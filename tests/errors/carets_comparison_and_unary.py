x = [1]
y = -(x) < 3

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_comparison_and_unary.py", line 2, in <module>
# expect stderr:     y = -(x) < 3
# expect stderr:         ^^^^
# expect stderr: TypeError: bad operand type for unary -: 'list'
# exit: 1
