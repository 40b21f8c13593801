class R:
    def __radd__(self, o): return ("radd", o)
    def __rsub__(self, o): return ("rsub", o)
    def __rmul__(self, o): return ("rmul", o)
    def __rtruediv__(self, o): return ("rtruediv", o)
    def __rpow__(self, o): return ("rpow", o)
    def __rmod__(self, o): return ("rmod", o)


r = R()
print(1 + r, 2 - r, "x" * r, 3 / r, 2 ** r, 7 % r)
print(sum([r]))
try:
    r + 1
except TypeError as error:
    print(error)

# expect: ('radd', 1) ('rsub', 2) ('rmul', 'x') ('rtruediv', 3) ('rpow', 2) ('rmod', 7)
# expect: ('radd', 0)
# expect: unsupported operand type(s) for +: 'R' and 'int'
