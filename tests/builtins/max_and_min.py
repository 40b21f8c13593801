print(max(3, 1, 2), min([3, 1, 2]), max("hello"), min(2.5, 2))
print(max(["aa", "b"], key=len), min(-3, 2, key=abs), max([], default="none"), min((), default=0))
print(max([1, 1.0]), max([1.0, 1]), max({"a": 1, "b": 0}))
for call in (lambda: max([]), lambda: max(1), lambda: max(1, "a"), lambda: min(1, 2, default=3), lambda: max()):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect: 3 1 o 2
# expect: aa 2 none 0
# expect: 1 1.0 b
# expect: ValueError max() iterable argument is empty
# expect: TypeError 'int' object is not iterable
# expect: TypeError '>' not supported between instances of 'str' and 'int'
# expect: TypeError Cannot specify a default for min() with multiple positional arguments
# expect: TypeError max expected at least 1 argument, got 0
