x = 3
assert x == 4

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_assert_compound.py", line 2, in <module>
# expect stderr:     assert x == 4
# expect stderr:            ^^^^^^
# expect stderr: AssertionError
# exit: 1
