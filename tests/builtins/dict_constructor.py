print(dict(), dict(a=1, b=2), dict([("x", 1), ["y", 2]]), dict({"k": 1}, z=2))
print(dict(zip("ab", range(2))))
for call in (lambda: dict([1]), lambda: dict(["abc"]), lambda: dict(5), lambda: dict({}, {})):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# expect: {} {'a': 1, 'b': 2} {'x': 1, 'y': 2} {'k': 1, 'z': 2}
# expect: {'a': 0, 'b': 1}
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError 'int' object is not iterable
# expect: TypeError dict expected at most 1 argument, got 2
