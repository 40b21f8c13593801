print(r"\n", R'\t', len(r"\\"))
print(b"ab\x00\xff", b'it\'s', rb"\x", len(b"\n"))
print("tab\there", "nl\\n", "\x41\u00e9\U0001F600\101\0".encode())
print('a' "b" '''c''' """d""")
print("\N{BULLET}", "line \
joined")

# expect: \n \t 2
# expect: b'ab\x00\xff' b"it's" b'\\x' 1
# expect: tab	here nl\n b'A\xc3\xa9\xf0\x9f\x98\x80A\x00'
# expect: abcd
# expect: • line joined
