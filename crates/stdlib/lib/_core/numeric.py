# Twins of `math` for iterators and numbers that are script objects.

import math


def fsum(seq, /):
    return math.fsum(list(seq))


def prod(iterable, /, *, start=1):
    for value in iterable:
        start = start * value
    return start


def floor(x, /):
    method = getattr(type(x), '__floor__', None)
    return math.floor(float(x)) if method is None else method(x)


def ceil(x, /):
    method = getattr(type(x), '__ceil__', None)
    return math.ceil(float(x)) if method is None else method(x)


def trunc(x, /):
    method = getattr(type(x), '__trunc__', None)
    if method is None:
        raise TypeError("type %s doesn't define __trunc__ method" % type(x).__name__)
    return method(x)
