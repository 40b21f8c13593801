print(6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 10, 1024 >> 3)
print(-5 & 3, -5 | 3, -5 ^ 3, -5 >> 1, -1 >> 100)
print(True & False, True | False, True ^ True, True & 3)
for shift in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1.0 << 2):
    try:
        shift()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

# expect: 2 7 5 -7 1024 128
# expect: 3 -5 -8 -3 -1
# expect: False True False 1
# expect: ValueError negative shift count
# expect: ValueError negative shift count
# expect: TypeError unsupported operand type(s) for <<: 'float' and 'int'
