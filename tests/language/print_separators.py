print()
print(1, "two", 3.0, None, True)
print(1, 2, sep="")
print("no newline", end="")
print("!", end="\n\n")
print("a", "b", sep="\n")
print(*[], sep="x")
print("x", sep=None, end=None)

# expect:
# expect: 1 two 3.0 None True
# expect: 12
# expect: no newline!
# expect:
# expect: a
# expect: b
# expect:
# expect: x
