from functools import cache, lru_cache, wraps


def deco(f):
    @wraps(f)
    def inner(*args):
        "inner doc"
        return f(*args)

    return inner


@deco
def work(n):
    "work doc"
    return n


print(work.__name__, work.__doc__, work.__wrapped__(3))
calls = []


@lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in (1, 1, 2, 3, 1)], calls, square.cache_info())
square.cache_clear()


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().hits)

# expect: work work doc 3
# expect: [1, 1, 4, 9, 1] [1, 2, 3, 1] CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
# expect: 23416728348467685 78
