class MyError(ValueError):
    pass


print(repr(MyError("a")), MyError.__mro__[1].__name__, MyError)

# expect: MyError('a') ValueError <class '__main__.MyError'>
