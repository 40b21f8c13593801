print("[" + "ab".center(7) + "]", "[" + "ab".ljust(5, ".") + "]", "[" + "ab".rjust(5, "*") + "]", "ab".center(7, "-"), "abc".center(2))
print("42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2))

# expect: [   ab  ] [ab...] [***ab] ---ab-- abc
# expect: 00042 -0042 +001 abc
