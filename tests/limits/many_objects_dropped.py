class P:
    def __init__(self, x):
        self.x = x


total = 0
for i in range(300_000):
    p = P(i)
    total += p.x
    pair = (p, [i])
print(total)  # expect: 44999850000
