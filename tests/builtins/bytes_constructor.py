print(bytes(), bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytearray(b"ab"))
for call in (lambda: bytes("x"), lambda: bytes([256]), lambda: bytes(-1), lambda: bytes(1.5)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

# expect: b'' b'\x00\x00\x00' b'AB' b'\xc3\xa9' b'x' bytearray(b'ab')
# expect: TypeError string argument without an encoding
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError negative count
# expect: TypeError cannot convert 'float' object to bytes
