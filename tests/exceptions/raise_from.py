try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError("outer") from error
except ValueError as error:
    print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("quiet") from None
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)

# expect: ZeroDivisionError('division by zero') ZeroDivisionError('division by zero') True
# expect: None ZeroDivisionError('division by zero') True
# expect: exception causes must derive from BaseException
