d = {n: n * n for n in range(10_000)}
print(len(d), d[9_999], sum(d.values()))  # expect: 10000 99980001 333283335000
for n in range(0, 10_000, 2):
    del d[n]
print(len(d), list(d)[:3], 4 in d, 5 in d)  # expect: 5000 [1, 3, 5] False True
