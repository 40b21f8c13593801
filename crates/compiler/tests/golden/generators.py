def count(n):
    while n:
        got = yield n
        n -= 1
    return got


def chained(a, b):
    yield
    try:
        result = yield from a
    except ValueError:
        yield 0
    finally:
        yield from b
    return result


make = lambda: (yield 1)
