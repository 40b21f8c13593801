def f():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")


try:
    f()
except KeyError as error:
    print(error, repr(error.__context__))  # expect: 'second' ValueError('first')
