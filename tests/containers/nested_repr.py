print([1, (2,), {3: {4}}, "five", None, 6.0, b"7", range(8)])
print({"a": [], "b": {}, "c": ()}, [[]], ((),), [set()], (frozenset(),))

# expect: [1, (2,), {3: {4}}, 'five', None, 6.0, b'7', range(0, 8)]
# expect: {'a': [], 'b': {}, 'c': ()} [[]] ((),) [set()] (frozenset(),)
