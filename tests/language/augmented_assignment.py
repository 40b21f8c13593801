n = 10
n += 5
n -= 3
n *= 2
print(n)  # expect: 24
n //= 5
n **= 3
n %= 7
print(n)  # expect: 1
n <<= 4
n |= 3
n &= 0b10011
n ^= 1
n >>= 1
print(n)  # expect: 9
f = 9
f /= 2
print(f)  # expect: 4.5
s = "ab"
s *= 3
print(s)  # expect: ababab
