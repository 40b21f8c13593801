s = "a😀é"
print(len(s), s[1], s[::-1], [ord(c) for c in s], len("e\u0301"), s.upper(), s.find("é"), s.encode("utf-8")[1:5])

# expect: 3 😀 é😀a [97, 128512, 233] 2 A😀É 2 b'\xf0\x9f\x98\x80'
