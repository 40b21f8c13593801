a, b = object(), object()
print(a == b, a == a, type(a), object.__name__)
for call in (lambda: object(1), lambda: setattr(a, "x", 1)):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

# expect: False True <class 'object'> object
# expect: TypeError object() takes no arguments
# expect: AttributeError 'object' object has no attribute 'x' and no __dict__ for setting new attributes
