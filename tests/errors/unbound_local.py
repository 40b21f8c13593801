def f():
    total += 1


f()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "unbound_local.py", line 5, in <module>
# expect stderr:     f()
# expect stderr:     ~^^
# expect stderr:   File "unbound_local.py", line 2, in f
# expect stderr:     total += 1
# expect stderr:     ^^^^^
# expect stderr: UnboundLocalError: cannot access local variable 'total' where it is not associated with a value
# exit: 1
