f = 1
for i in range(1, 31):
    f *= i
print(f)  # expect: 265252859812191058636308480000000
a, b = 0, 1
for _ in range(150):
    a, b = b, a + b
print(a)  # expect: 9969216677189303386214405760200
