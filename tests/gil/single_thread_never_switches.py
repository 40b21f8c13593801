# flags: --stats=json
# expect: 4999950000
# expect stderr match: *"switches":0*
print(sum(n for n in range(100_000)))
