def nest(n):
    f = lambda: 0
    for _ in range(n):
        f = (lambda g: lambda: g() + 1)(f)
    return f


print(nest(900)())  # expect: 900
