def two(value):
    a, b = value


def at_least_two(value):
    a, *b, c = value


for function, value in (
    (two, [1]),
    (two, (1, 2, 3)),
    (two, "abcd"),
    (two, iter([])),
    (two, {1: 2, 3: 4, 5: 6}),
    (two, 5),
    (two, None),
    (at_least_two, [1]),
):
    try:
        function(value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError not enough values to unpack (expected 2, got 0)
# expect: ValueError too many values to unpack (expected 2)
# expect: TypeError cannot unpack non-iterable int object
# expect: TypeError cannot unpack non-iterable NoneType object
# expect: ValueError not enough values to unpack (expected at least 2, got 1)
