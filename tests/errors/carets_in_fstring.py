name = None
print(f"hello {name.upper()} and {1 + 1}")

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "carets_in_fstring.py", line 2, in <module>
# expect stderr:     print(f"hello {name.upper()} and {1 + 1}")
# expect stderr:                    ^^^^^^^^^^
# expect stderr: AttributeError: 'NoneType' object has no attribute 'upper'
# exit: 1
