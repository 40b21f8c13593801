for call in (
    lambda: "{} {}".format(1), lambda: "{x}".format(), lambda: "{".format(), lambda: "}".format(), lambda: "{0} {}".format(1),
    lambda: "{:d}".format("x"), lambda: "{:.2d}".format(1), lambda: "{:z<}".format(1) and "{:s}".format(1), lambda: "{!x}".format(1),
    lambda: "{:5q}".format(1), lambda: "{:,s}".format("a"), lambda: "{a.b}".format(a=1),
):
    try:
        print(call())
    except (IndexError, KeyError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)

# expect: IndexError Replacement index 1 out of range for positional args tuple
# expect: KeyError 'x'
# expect: ValueError Single '{' encountered in format string
# expect: ValueError Single '}' encountered in format string
# expect: ValueError cannot switch from manual field specification to automatic field numbering
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: ValueError Precision not allowed in integer format specifier
# expect: ValueError Unknown format code 's' for object of type 'int'
# expect: ValueError Unknown conversion specifier x
# expect: ValueError Unknown format code 'q' for object of type 'int'
# expect: ValueError Cannot specify ',' with 's'.
# expect: AttributeError 'int' object has no attribute 'b'
