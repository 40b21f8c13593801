for thing in (ValueError, ValueError("text"), ValueError("a", 1)):
    try:
        raise thing
    except ValueError as error:
        print(repr(error), error.args, str(error))
for thing in (5, "text", int, None):
    try:
        raise thing
    except TypeError as error:
        print(error)

# expect: ValueError() ()
# expect: ValueError('text') ('text',) text
# expect: ValueError('a', 1) ('a', 1) ('a', 1)
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
