class A:
    @property
    def x(self):
        return 1

    y = property(lambda self: 2)


a = A()
print(a.x, a.y)
for call in (lambda: setattr(a, "x", 5), lambda: delattr(a, "x"), lambda: setattr(a, "y", 5)):
    try:
        call()
    except AttributeError as error:
        print(error)

# expect: 1 2
# expect: property 'x' of 'A' object has no setter
# expect: property 'x' of 'A' object has no deleter
# expect: property 'y' of 'A' object has no setter
