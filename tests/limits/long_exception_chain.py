error = None
for i in range(5000):
    try:
        try:
            raise ValueError(i)
        except ValueError as inner:
            inner.__context__ = error
            error = inner
    except Exception:
        pass
n = 0
while error is not None:
    error = error.__context__
    n += 1
print(n)  # expect: 5000
