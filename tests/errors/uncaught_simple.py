print("before")
raise ValueError("some text")

# expect: before
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_simple.py", line 2, in <module>
# expect stderr:     raise ValueError("some text")
# expect stderr: ValueError: some text
# exit: 1
