"""One recursion as deep as the size."""
# size: 1000

import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


n = int(sys.argv[1])
sys.setrecursionlimit(n + 100)
print(depth(n))
