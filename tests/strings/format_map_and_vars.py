print("{a} {b}".format_map({"a": 1, "b": 2}), "{a}".format(**{"a": 3}))  # expect: 1 2 3
name = "x"
print("{name}".format(**locals()))  # expect: x
