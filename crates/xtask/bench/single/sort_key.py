"""Sorting with a key function, and plain sorting."""
# size: 180000, quick 6000

import random
import sys


def run(n):
    rng = random.Random(5)
    rows = [(rng.randrange(1000), str(i)) for i in range(n)]
    rows.sort(key=lambda row: (-row[0], row[1]))
    numbers = sorted(row[0] for row in rows)
    words = sorted((row[1] for row in rows), reverse=True)
    return rows[0], rows[-1], numbers[n // 2], words[0]


print(run(int(sys.argv[1])))
