for bases in ((5,), (bool,), (type(None),), (type(lambda: 0),), (range,)):
    try:
        class A(*bases): pass
    except TypeError as error:
        print(error)

# expect: int expected at most 2 arguments, got 3
# expect: type 'bool' is not an acceptable base type
# expect: type 'NoneType' is not an acceptable base type
# expect: type 'function' is not an acceptable base type
# expect: type 'range' is not an acceptable base type
