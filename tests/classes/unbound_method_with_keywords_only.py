# A method that is called without its object, but with keywords.
for call in (lambda: str.split(sep=","), lambda: list.sort(reverse=True), lambda: bytes.decode(encoding="ascii")):
    try:
        call()
    except TypeError as error:
        print(error)
# expect: unbound method str.split() needs an argument
# expect: unbound method list.sort() needs an argument
# expect: unbound method bytes.decode() needs an argument
