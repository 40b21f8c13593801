"""The eight queens by backtracking."""
# size: 9, quick 6

import sys


def solve(n, row, columns, left, right):
    if row == n:
        return 1
    count = 0
    for column in range(n):
        if column not in columns and row - column not in left and row + column not in right:
            count += solve(n, row + 1, columns | {column}, left | {row - column}, right | {row + column})
    return count


print(sum(solve(int(sys.argv[1]), 0, frozenset(), frozenset(), frozenset()) for _ in range(50)))
