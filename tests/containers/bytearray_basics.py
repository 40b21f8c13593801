b = bytearray(b"abc")
b[0] = 65
b.append(100)
b.extend(b"ef")
print(b, bytes(b), len(b), b.decode())  # expect: bytearray(b'Abcdef') b'Abcdef' 6 Abcdef
del b[1]
print(b)  # expect: bytearray(b'Acdef')
