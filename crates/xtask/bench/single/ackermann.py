"""Very deep recursion."""
# size: 7, quick 5

import sys


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


sys.setrecursionlimit(20000)
print([ackermann(3, int(sys.argv[1])) for _ in range(4)])
