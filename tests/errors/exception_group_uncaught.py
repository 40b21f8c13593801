raise ExceptionGroup("many", [ValueError("one"), TypeError("two")])

# expect stderr:   + Exception Group Traceback (most recent call last):
# expect stderr:   |   File "exception_group_uncaught.py", line 1, in <module>
# expect stderr:   |     raise ExceptionGroup("many", [ValueError("one"), TypeError("two")])
# expect stderr:   | ExceptionGroup: many (2 sub-exceptions)
# expect stderr:   +-+---------------- 1 ----------------
# expect stderr:     | ValueError: one
# expect stderr:     +---------------- 2 ----------------
# expect stderr:     | TypeError: two
# expect stderr:     +------------------------------------
# exit: 1
