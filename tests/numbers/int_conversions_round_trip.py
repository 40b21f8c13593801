for n in (0, 1, -1, 2 ** 31, 2 ** 63, 2 ** 64, -(2 ** 63) - 1, 10 ** 40):
    print(n, int(str(n)) == n, int(hex(n), 16) == n, int(bin(n), 2) == n)

# expect: 0 True True True
# expect: 1 True True True
# expect: -1 True True True
# expect: 2147483648 True True True
# expect: 9223372036854775808 True True True
# expect: 18446744073709551616 True True True
# expect: -9223372036854775809 True True True
# expect: 10000000000000000000000000000000000000000 True True True
