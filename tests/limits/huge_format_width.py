for call in (lambda: len(f"{1:1000000}"), lambda: f"{1:99999999999999999999}", lambda: len("%1000000d" % 1), lambda: "%.99999999999f" % 1.0, lambda: f"{1.5:.1000f}"[:5]):
    try:
        print(call())
    except (ValueError, OverflowError, MemoryError) as error:
        print(type(error).__name__, error)

# expect: 1000000
# expect: ValueError Too many decimal digits in format string
# expect: 1000000
# expect: ValueError precision too big
# expect: 1.500
