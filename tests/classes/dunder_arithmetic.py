class V:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"V({self.n})"

    def __add__(self, o):
        return V(self.n + (o.n if isinstance(o, V) else o))

    def __sub__(self, o): return V(self.n - o.n)
    def __mul__(self, o): return V(self.n * o)
    def __truediv__(self, o): return ("truediv", o)
    def __floordiv__(self, o): return ("floordiv", o)
    def __mod__(self, o): return ("mod", o)
    def __pow__(self, o): return ("pow", o)
    def __matmul__(self, o): return ("matmul", o)
    def __neg__(self): return V(-self.n)
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"


a, b = V(1), V(2)
print(a + b, a - b, a * 3, a + 5, -a, +a, ~a)
print(a / 1, a // 2, a % 3, a ** 4, a @ 5)
a += b
print(a)

# expect: V(3) V(-1) V(3) V(6) V(-1) pos invert
# expect: ('truediv', 1) ('floordiv', 2) ('mod', 3) ('pow', 4) ('matmul', 5)
# expect: V(3)
