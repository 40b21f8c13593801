def check(n):
    assert n > 0, "must be positive"


check(0)

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_whole_line_has_none.py", line 5, in <module>
# expect stderr:     check(0)
# expect stderr:     ~~~~~^^^
# expect stderr:   File "carets_whole_line_has_none.py", line 2, in check
# expect stderr:     assert n > 0, "must be positive"
# expect stderr:            ^^^^^
# expect stderr: AssertionError: must be positive
# exit: 1
