"""The sieve of Eratosthenes with slices and with a loop."""
# size: 4500000, quick 80000

import sys


def run(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
        i += 1
    return sum(flags), [i for i, prime in enumerate(flags) if prime][-1]


print(run(int(sys.argv[1])))
