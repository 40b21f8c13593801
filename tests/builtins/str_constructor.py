print(repr(str()), str(5), str(None), str([1]), str(b"ab"), str(b"caf\xc3\xa9", "utf-8"), str("s"))


class S:
    def __str__(self):
        return "own str"


class T:
    def __repr__(self):
        return "own repr"


print(S(), str(T()), "%s" % S(), "{}".format(T()))
try:
    str(5, "utf-8")
except TypeError as error:
    print(error)

# expect: '' 5 None [1] b'ab' café s
# expect: own str own repr own str own repr
# expect: decoding to str: need a bytes-like object, int found
