text = "x" * 1_000_000
items = list(range(500_000))
print(len(text), len(items), sum(items), text.count("x"), len(text + text), items[::100_000])

# expect: 1000000 500000 124999750000 1000000 2000000 [0, 100000, 200000, 300000, 400000]
