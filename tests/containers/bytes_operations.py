b = b"hello"
print(b[0], b[1:3], b + b"!", b * 2, b"ell" in b, 104 in b, list(b[:2]), len(b))
print(b.upper(), b.find(b"l"), b.split(b"l"), b.replace(b"l", b"L"), b.startswith(b"he"), b.hex(), b.decode())
print(b"a,b".split(b","), b" x ".strip(), b"-".join([b"a", b"b"]), bytes.fromhex("6869"), b == b"hello", b < b"i")
print("é".encode(), "é".encode("latin-1"), b"\xc3\xa9".decode("utf-8"), b"".join([]))

# expect: 104 b'el' b'hello!' b'hellohello' True True [104, 101] 5
# expect: b'HELLO' 2 [b'he', b'', b'o'] b'heLLo' True 68656c6c6f hello
# expect: [b'a', b'b'] b'x' b'a-b' b'hi' True True
# expect: b'\xc3\xa9' b'\xe9' é b''
