# What natives say of arguments that they cannot use.
import io


def told(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


told(lambda: io.StringIO().write(None))
# expect: TypeError: string argument expected, got 'NoneType'
told(lambda: "a".replace(None, "b"))  # expect: TypeError: replace() argument 1 must be str, not None
told(lambda: "a".encode(None))  # expect: TypeError: encode() argument 'encoding' must be str, not None
told(lambda: format(1, None))  # expect: TypeError: format() argument 2 must be str, not None
told(lambda: sorted(key=len))  # expect: TypeError: sorted expected 1 argument, got 0
told(lambda: sum())  # expect: TypeError: sum() takes at least 1 positional argument (0 given)
told(lambda: chr(10**20))  # expect: ValueError: chr() arg not in range(0x110000)
told(lambda: {}.pop([]))  # expect: KeyError: []
told(lambda: {1: 2}.pop([]))  # expect: TypeError: unhashable type: 'list'
told(lambda: complex(-1, -0.0))  # expect: (-1-0j)
told(lambda: b"abc".hex("xy"))  # expect: ValueError: sep must be length 1.
told(lambda: b"abc" % b"")  # expect: TypeError: not all arguments converted during bytes formatting
told(lambda: pow(2, 3, {}))
# expect: TypeError: unsupported operand type(s) for ** or pow(): 'int', 'int', 'dict'
told(lambda: pow(2, 3, 5.0))
# expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
told(lambda: "%.*f" % (-1, 2.5))  # expect: '2'
told(lambda: isinstance(1, (int, None)))  # expect: True
told(lambda: isinstance("", (int, None)))
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
told(lambda: isinstance(None, int | None))  # expect: True
