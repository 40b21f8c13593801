class A: pass


class B(A): pass


print(isinstance(B(), A), isinstance(A(), B), isinstance(1, (str, int)), isinstance(True, int))
print(issubclass(B, A), issubclass(A, B), issubclass(B, (int, A)), issubclass(bool, int))
print(isinstance(1, int | str), isinstance("s", object), isinstance(None, type(None)))
for call in (lambda: isinstance(1, 5), lambda: issubclass(1, int)):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: True False True True
# expect: True False True True
# expect: True True True
# expect: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: issubclass() arg 1 must be a class
