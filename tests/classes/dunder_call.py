class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *, twice=False): return (x + self.n) * (2 if twice else 1)


add = Adder(5)
print(add(1), add(1, twice=True), list(map(add, [1, 2])))  # expect: 6 12 [6, 7]


class Plain: pass


plain = Plain()
plain.__call__ = lambda: "ignored: looked up on the class"
try:
    plain()
except TypeError as error:
    print(error)  # expect: 'Plain' object is not callable
