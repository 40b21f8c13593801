print(bin(10), bin(-5), bin(0), bin(True))  # expect: 0b1010 -0b101 0b0 0b1
print(oct(8), oct(-64), hex(255), hex(-255), hex(10**20))  # expect: 0o10 -0o100 0xff -0xff 0x56bc75e2d63100000
try:
    hex(1.5)
except TypeError as error:
    print(error)  # expect: 'float' object cannot be interpreted as an integer


class I:
    def __index__(self):
        return 7


print(bin(I()), hex(I()))  # expect: 0b111 0x7
