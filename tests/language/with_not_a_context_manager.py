class Half:
    def __enter__(self): pass


for thing in (5, Half()):
    try:
        with thing:
            pass
    except TypeError as error:
        print(error)

# expect: 'int' object does not support the context manager protocol
# expect: 'Half' object does not support the context manager protocol (missed __exit__ method)
