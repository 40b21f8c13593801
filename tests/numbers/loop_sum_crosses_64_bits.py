n = 1
for _ in range(70):
    n *= 2
    n += 1
print(n)  # expect: 2361183241434822606847
total = 0
for i in range(5):
    total += 2 ** 62
print(total)  # expect: 23058430092136939520
