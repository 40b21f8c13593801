for bad in (5, "text", None, [], {}):
    try:
        bad()
    except TypeError as error:
        print(error)

# expect: 'int' object is not callable
# expect: 'str' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'list' object is not callable
# expect: 'dict' object is not callable
