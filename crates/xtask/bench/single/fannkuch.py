"""Permutations by swapping list items."""
# size: 9, quick 6

import sys


def most_flips(n):
    best = 0
    stack = [(list(range(n)), 1)]
    while stack:
        p, depth = stack.pop()
        if depth == n:
            q, flips = p[:], 0
            while q[0]:
                k = q[0]
                q[: k + 1] = q[k::-1]
                flips += 1
            best = max(best, flips)
        else:
            for _ in range(depth + 1):
                stack.append((p[:], depth + 1))
                p.insert(depth, p.pop(0))
    return best


print(most_flips(int(sys.argv[1])))
