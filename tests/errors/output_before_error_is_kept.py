print("no newline at the end", end="")
raise RuntimeError("after output")

# expect: no newline at the end
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "output_before_error_is_kept.py", line 2, in <module>
# expect stderr:     raise RuntimeError("after output")
# expect stderr: RuntimeError: after output
# exit: 1
