b"\xff\xfe".decode("utf-8")

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_unicode_error.py", line 1, in <module>
# expect stderr:     b"\xff\xfe".decode("utf-8")
# expect stderr:     ~~~~~~~~~~~~~~~~~~^^^^^^^^^
# expect stderr: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# exit: 1
