t = (1, 2)
t[0] = t[1] + 1

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_store_subscript.py", line 2, in <module>
# expect stderr:     t[0] = t[1] + 1
# expect stderr:     ~^^^
# expect stderr: TypeError: 'tuple' object does not support item assignment
# exit: 1
