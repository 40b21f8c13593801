import threading

threading.Thread().isAlive()

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "is_alive_old_name_is_gone.py", line 3, in <module>
# expect stderr:     threading.Thread().isAlive()
# expect stderr:     ^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect stderr: AttributeError: 'Thread' object has no attribute 'isAlive'. Did you mean: 'is_alive'?
# exit: 1
