class Money:
    def __init__(self, n): self.n = n
    def __format__(self, spec): return f"{self.n:{spec or '.2f'}} EUR"


m = Money(3.14159)
print(f"{m}", f"{m:.0f}", "{:8.1f}".format(m), format(m))  # expect: 3.14 EUR 3 EUR      3.1 EUR 3.14 EUR
