print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("b", ""), "x".replace("y", "z"))
try:
    "a".replace("a", 1)
except TypeError as error:
    print(error)

# expect: bbb bba -a-b-c- ac x
# expect: replace() argument 2 must be str, not int
