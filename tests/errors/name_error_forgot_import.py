time.sleep(1)

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "name_error_forgot_import.py", line 1, in <module>
# expect stderr:     time.sleep(1)
# expect stderr:     ^^^^
# expect stderr: NameError: name 'time' is not defined. Did you forget to import 'time'?
# exit: 1
