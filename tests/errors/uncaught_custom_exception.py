class AppError(Exception):
    pass


class Deep:
    class Error(Exception):
        def __str__(self):
            return "made by __str__"


try:
    raise AppError("first")
except AppError:
    raise Deep.Error

# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_custom_exception.py", line 12, in <module>
# expect stderr:     raise AppError("first")
# expect stderr: AppError: first
# expect stderr:
# expect stderr: During handling of the above exception, another exception occurred:
# expect stderr:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "uncaught_custom_exception.py", line 14, in <module>
# expect stderr:     raise Deep.Error
# expect stderr: Deep.Error: made by __str__
# exit: 1
