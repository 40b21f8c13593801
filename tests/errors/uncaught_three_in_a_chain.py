try:
    try:
        int("x")
    except ValueError as error:
        raise TypeError("second") from error
except TypeError:
    raise RuntimeError("third")

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_three_in_a_chain.py", line 3, in <module>
# expect stderr:     int("x")
# expect stderr:     ~~~^^^^^
# expect stderr: ValueError: invalid literal for int() with base 10: 'x'
# expect stderr:
# expect stderr: The above exception was the direct cause of the following exception:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_three_in_a_chain.py", line 5, in <module>
# expect stderr:     raise TypeError("second") from error
# expect stderr: TypeError: second
# expect stderr:
# expect stderr: During handling of the above exception, another exception occurred:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_three_in_a_chain.py", line 7, in <module>
# expect stderr:     raise RuntimeError("third")
# expect stderr: RuntimeError: third
# exit: 1
