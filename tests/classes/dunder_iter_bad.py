class A:
    def __iter__(self):
        return 5


class B:
    __iter__ = None


for thing in (A(), B()):
    try:
        for _ in thing:
            pass
    except TypeError as error:
        print(error)

# expect: iter() returned non-iterator of type 'int'
# expect: 'B' object is not iterable
