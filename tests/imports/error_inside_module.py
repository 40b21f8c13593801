import _broken

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "error_inside_module.py", line 1, in <module>
# expect stderr:     import _broken
# expect stderr:   File "_broken.py", line 2, in <module>
# expect stderr:     raise RuntimeError("broken on purpose")
# expect stderr: RuntimeError: broken on purpose
# exit: 1
