"""One generator through another through another."""
# size: 20000

import sys


def count(n):
    for i in range(n):
        yield i


def passed(items):
    for item in items:
        yield item


print(sum(passed(passed(count(int(sys.argv[1]))))))
