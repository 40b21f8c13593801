for call in (
    lambda: "%d" % "x", lambda: "%s %s" % "a", lambda: "%s" % (1, 2), lambda: "%z" % 1, lambda: "%(k)s" % {},
    lambda: "%(k)s" % 5, lambda: "%" % 1, lambda: "%c" % "ab", lambda: "%f" % "x", lambda: "%d" % None, lambda: "%x" % 1.5,
):
    try:
        print(call())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)

# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during string formatting
# expect: ValueError unsupported format character 'z' (0x7a) at index 1
# expect: KeyError 'k'
# expect: TypeError format requires a mapping
# expect: ValueError incomplete format
# expect: TypeError %c requires int or char
# expect: TypeError must be real number, not str
# expect: TypeError %d format: a real number is required, not NoneType
# expect: TypeError %x format: an integer is required, not float
