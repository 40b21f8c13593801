error = ValueError("x")
error.add_note("a note")
error.add_note("two\nlines")
raise error

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_with_notes.py", line 4, in <module>
# expect stderr:     raise error
# expect stderr: ValueError: x
# expect stderr: a note
# expect stderr: two
# expect stderr: lines
# exit: 1
