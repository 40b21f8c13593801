def plain(a, b=1, /, c=2, *args, d, e=3, **kw) -> int:
    """Documented."""
    return a + b


def outer(n):
    def inner(x):
        nonlocal n
        n += x
        return lambda y=n: (x, y, n)

    return inner


def maybe(flag):
    if flag:
        value = 1
    print(value)
    del value
    return value


@first
@second(1)
def decorated(x: "int", *, y: str = "") -> None: ...


def swap(a, b, c):
    a, b = b, a
    a, b, c = c, b, a
    (a, *rest), [b, c] = a, rest
    return a if b else c or a and b


print((lambda *a, **k: a)(1, *[2], three=3, **{}))
print(1, 2, sep="", end="")
plain(*a, b, **k, c=1)
