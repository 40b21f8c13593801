def wait():
    raise KeyboardInterrupt("by hand")


wait()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "keyboard_interrupt_raised.py", line 5, in <module>
# expect stderr:     wait()
# expect stderr:     ~~~~^^
# expect stderr:   File "keyboard_interrupt_raised.py", line 2, in wait
# expect stderr:     raise KeyboardInterrupt("by hand")
# expect stderr: KeyboardInterrupt: by hand
# exit: 130
