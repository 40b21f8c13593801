for i in range(10):
    if i % 2:
        continue
    if i > 6:
        break
    print(i)
n = 0
while True:
    n += 1
    if n == 2:
        continue
    if n == 5:
        break
print(n)

# expect: 0
# expect: 2
# expect: 4
# expect: 6
# expect: 5
