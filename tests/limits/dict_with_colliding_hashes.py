class Same:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): return self.n == other.n


d = {Same(i): i for i in range(300)}
print(len(d), d[Same(299)], Same(300) in d)  # expect: 300 299 False
