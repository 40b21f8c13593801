x = 5
x /= 2
print(x)  # expect: 2.5
x //= 1
print(x)  # expect: 2.0
x = 7
x //= 2
x **= 2
x -= 0.5
print(x)  # expect: 8.5
