print(format(3.14159, ".2f"), format(255, "x"), format("a", ">4"), format(7), format(1234567, ","))


class P:
    def __format__(self, spec):
        return f"P({spec})"


print(format(P(), "abc"), format(P()), f"{P():q}")
try:
    format([], "x")
except TypeError as error:
    print(error)

# expect: 3.14 ff    a 7 1,234,567
# expect: P(abc) P() P(q)
# expect: unsupported format string passed to list.__format__
