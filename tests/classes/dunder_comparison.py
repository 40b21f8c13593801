class N:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __le__(self, o): return self.n <= o.n
    def __gt__(self, o): return self.n > o.n
    def __ge__(self, o): return self.n >= o.n


a, b = N(1), N(2)
print(a == b, a != b, a < b, a <= b, a > b, a >= b, N(1) == a)  # expect: False True True True False False True
print(max(a, b).n, sorted([b, a])[0].n, [N(1)] == [N(1)], N(2) in [a, b])  # expect: 2 1 True True
