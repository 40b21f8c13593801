def total():
    result = 0
    while True:
        n = yield
        if n is None:
            return result
        result += n


def group(out):
    while True:
        out.append((yield from total()))


out = []
g = group(out)
next(g)
for n in (1, 2, 3, None, 10, None):
    g.send(n)
print(out)  # expect: [6, 10]
