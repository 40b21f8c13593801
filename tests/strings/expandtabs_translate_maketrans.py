print("a\tb\tc".expandtabs(4), "\tx".expandtabs())
table = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(table), "a-b".translate({45: None, 97: "AA"}), "abc".translate(str.maketrans({"a": "1"})))

# expect: a   b   c         x
# expect: xxyyzz AAb 1bc
