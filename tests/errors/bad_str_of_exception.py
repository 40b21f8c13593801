class Bad(Exception):
    def __str__(self):
        raise ValueError("in str")


raise Bad()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "bad_str_of_exception.py", line 6, in <module>
# expect stderr:     raise Bad()
# expect stderr: Bad: <exception str() failed>
# exit: 1
