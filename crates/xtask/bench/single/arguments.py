"""Calls with defaults, keywords, star arguments."""
# size: 800000, quick 45000

import sys


def plain(a, b=2, *, c=3):
    return a + b + c


def spread(*args, **kwargs):
    return len(args) + len(kwargs)


def run(n):
    total, pair, options = 0, (1, 2), {"c": 5}
    for i in range(n):
        total += plain(i, c=1) + plain(1, b=i) + plain(*pair, **options) + spread(i, *pair, x=1)
    return total


print(run(int(sys.argv[1])))
