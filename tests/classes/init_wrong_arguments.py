class A:
    def __init__(self, x):
        self.x = x


class B:
    pass


class C:
    def __init__(self):
        return 1


for call in (lambda: A(), lambda: A(1, 2), lambda: B(1), lambda: C(), lambda: A(y=1)):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: A.__init__() missing 1 required positional argument: 'x'
# expect: A.__init__() takes 2 positional arguments but 3 were given
# expect: B() takes no arguments
# expect: __init__() should return None, not 'int'
# expect: A.__init__() got an unexpected keyword argument 'y'
