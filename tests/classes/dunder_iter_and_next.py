class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), sum(Countdown(4)), [*Countdown(2)], 2 in Countdown(3), tuple(zip(Countdown(2), "ab")))
for n in Countdown(2):
    print(n)

# expect: [3, 2, 1] 10 [2, 1] True ((2, 'a'), (1, 'b'))
# expect: 2
# expect: 1
