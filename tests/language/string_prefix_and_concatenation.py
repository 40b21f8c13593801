name = "x"
print(f"a{name}" "b" r"\n")  # expect: axb\n
print(u"unicode prefix")  # expect: unicode prefix
print("'" '"', '\'', "\"")  # expect: '" ' "
print("a" + "b" * 2 + "c")  # expect: abbc
