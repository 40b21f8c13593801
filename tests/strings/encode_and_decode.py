s = "naïve €"
b = s.encode("utf-8")
print(b, b.decode("utf-8") == s, len(s), len(b), "abc".encode("ascii"), "ü".encode("latin-1"), str(b"abc"), "😀".encode())

# expect: b'na\xc3\xafve \xe2\x82\xac' True 7 10 b'abc' b'\xfc' b'abc' b'\xf0\x9f\x98\x80'
