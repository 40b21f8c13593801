print("a b  c ".split(), "a,b,,c".split(","), "a b c".split(" ", 1), "a b c".split(maxsplit=1))
print("a b c".rsplit(" ", 1), "a,b,c".rsplit(",", maxsplit=1), "".split(), "".split(","), "abc".split("b"))
print(" a  b ".split(" "), "a<>b<>c".split("<>"))
try:
    "a".split("")
except ValueError as error:
    print(error)

# expect: ['a', 'b', 'c'] ['a', 'b', '', 'c'] ['a', 'b c'] ['a', 'b c']
# expect: ['a b', 'c'] ['a,b', 'c'] [] [''] ['a', 'c']
# expect: ['', 'a', '', 'b', ''] ['a', 'b', 'c']
# expect: empty separator
