"""Multiplying matrices that are lists of lists."""
# size: 250, quick 45

import sys


def multiply(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def run(n):
    a = [[(i * j) % 7 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 5 for j in range(n)] for i in range(n)]
    c = multiply(a, b)
    total = 0
    for i in range(n):
        for j in range(n):
            total += c[i][j] * a[j][i]
    return total


print(run(int(sys.argv[1])))
