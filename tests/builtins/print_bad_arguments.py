for call in (lambda: print(sep=1), lambda: print(end=2), lambda: print(colour=3)):
    try:
        call()
    except TypeError as error:
        print(error)


class Bad:
    def __str__(self):
        return 5


try:
    print(Bad())
except TypeError as error:
    print(error)

# expect: sep must be None or a string, not int
# expect: end must be None or a string, not int
# expect: print() got an unexpected keyword argument 'colour'
# expect: __str__ returned non-string (type int)
