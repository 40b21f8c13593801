import sys

sys.setrecursionlimit(5000)


def chain(n):
    if n:
        yield from chain(n - 1)
    yield n


print(sum(1 for _ in chain(900)))  # expect: 901
