"""The work of cpu_in_threads, one after the other; the import is there so that both have it."""
# size: 2500000, quick 120000

import sys
import threading  # noqa: F401

results = []


def work(n):
    total = 0
    for i in range(n):
        total += i & 7
    results.append(total)


for _ in range(4):
    work(int(sys.argv[1]))
print(sum(results))
