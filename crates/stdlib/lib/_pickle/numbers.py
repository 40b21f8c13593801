# _pickle.numbers: numbers as bytes, and back. [hidden: native code in CPython] No native hooks.


def float_bytes(x):
    """A float as the 8 bytes of IEEE 754, the highest first."""
    if x != x:
        return b'\x7f\xf8\0\0\0\0\0\0'
    text = x.hex()
    sign = 1 << 63 if text[0] == '-' else 0
    if text[-1] == 'f':
        return (sign | 0x7ff << 52).to_bytes(8, 'big')
    mantissa, exponent = text.lstrip('-')[2:].split('p')
    fraction = int((mantissa[2:] + '0' * 13)[:13], 16)
    biased = int(exponent) + 1023 if mantissa[0] == '1' else 0
    return (sign | biased << 52 | fraction).to_bytes(8, 'big')


def long_bytes(x):
    """An int as bytes: two's complement, the lowest byte first."""
    count = (x.bit_length() >> 3) + 1
    data = x.to_bytes(count, 'little', signed=True)
    if x < 0 and count > 1 and data[-1] == 0xff and data[-2] & 0x80:
        return data[:-1]
    return data


def float_from(data):
    """The float that 8 bytes of IEEE 754 stand for, the highest first."""
    bits = int.from_bytes(data, 'big')
    exponent = bits >> 52 & 0x7ff
    fraction = bits & (1 << 52) - 1
    if exponent == 0x7ff:
        value = float('nan') if fraction else float('inf')
    elif exponent:
        value = float.fromhex('0x1.%013xp%d' % (fraction, exponent - 1023))
    else:
        value = float.fromhex('0x0.%013xp-1022' % fraction)
    return -value if bits >> 63 else value
