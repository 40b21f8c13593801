print(list(zip("ab", [1, 2, 3])), list(zip()), list(zip([1])), dict(zip("xy", (1, 2))))
print(list(zip(*[(1, 2), (3, 4)])), list(zip("ab", [1, 2], strict=True)))
for call in (lambda: list(zip("ab", [1], strict=True)), lambda: list(zip("a", [1, 2], strict=True)), lambda: zip(1)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect: [('a', 1), ('b', 2)] [] [(1,)] {'x': 1, 'y': 2}
# expect: [(1, 3), (2, 4)] [('a', 1), ('b', 2)]
# expect: ValueError zip() argument 2 is shorter than argument 1
# expect: ValueError zip() argument 2 is longer than argument 1
# expect: TypeError 'int' object is not iterable
