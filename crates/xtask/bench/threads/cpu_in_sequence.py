# The work of cpu_in_threads, one after the other.
# size: 2500000, quick 120000
import sys

results = []


def work(n):
    total = 0
    for i in range(n):
        total += i & 7
    results.append(total)


for _ in range(4):
    work(int(sys.argv[1]))
print(sum(results))
