class A:
    x = 1


a = A()
print(getattr(a, "x"), getattr(a, "nope", "default"), hasattr(a, "x"), hasattr(a, "nope"))
setattr(a, "y", 5)
print(a.y)
delattr(a, "y")
print(hasattr(a, "y"))
for call in (lambda: getattr(a, "nope"), lambda: delattr(a, "nope"), lambda: getattr(a, 5), lambda: setattr(5, "x", 1)):
    try:
        call()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)

# expect: 1 default True False
# expect: 5
# expect: False
# expect: AttributeError 'A' object has no attribute 'nope'
# expect: AttributeError 'A' object has no attribute 'nope'
# expect: TypeError attribute name must be string, not 'int'
# expect: AttributeError 'int' object has no attribute 'x' and no __dict__ for setting new attributes
