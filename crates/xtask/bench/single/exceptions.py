"""Raising, catching, finally, through one and through several calls."""
# size: 500000, quick 25000

import sys


class Odd(Exception):
    pass


def check(n):
    if n & 1:
        raise Odd(n)
    return n


def guarded(n):
    try:
        return check(n)
    finally:
        guarded.calls += 1


def run(n):
    guarded.calls = total = 0
    for i in range(n):
        try:
            total += guarded(i)
        except Odd as error:
            total -= error.args[0]
        try:
            {}[i]
        except KeyError:
            total += 1
    return total, guarded.calls


print(run(int(sys.argv[1])))
