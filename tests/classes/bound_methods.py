class A:
    def __init__(self, n): self.n = n
    def get(self): return self.n


a = A(1)
get = a.get
a.n = 2
print(get(), get.__self__ is a, get.__func__ is A.get, a.get == a.get, get.__name__)  # expect: 2 True True True get
a.get = lambda: "instance function has no self"
print(a.get())  # expect: instance function has no self
A.later = lambda self: self.n * 10
print(a.later())  # expect: 20
