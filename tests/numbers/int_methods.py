print((10).bit_length(), (0).bit_length(), (-255).bit_length(), (13).bit_count(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator)
print((1024).to_bytes(2, "big"), int.from_bytes(b"\x04\x00", "big"), (5).is_integer(), (7).as_integer_ratio(), int.from_bytes(b"\xff", "little", signed=True))

# expect: 4 0 8 3 5 5 0 5 1
# expect: b'\x04\x00' 1024 True (7, 1) -1
