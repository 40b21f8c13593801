def load(key):
    try:
        return {}[key]
    except KeyError as error:
        raise ValueError(f"no entry for {key}") from error


load("k")

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_cause.py", line 3, in load
# expect stderr:     return {}[key]
# expect stderr:            ~~^^^^^
# expect stderr: KeyError: 'k'
# expect stderr:
# expect stderr: The above exception was the direct cause of the following exception:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_cause.py", line 8, in <module>
# expect stderr:     load("k")
# expect stderr:     ~~~~^^^^^
# expect stderr:   File "uncaught_cause.py", line 5, in load
# expect stderr:     raise ValueError(f"no entry for {key}") from error
# expect stderr: ValueError: no entry for k
# exit: 1
