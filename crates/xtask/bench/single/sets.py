"""Sets: adding, asking, uniting, cutting."""
# size: 5000000, quick 45000

import sys


def run(n):
    seen, hits = set(), 0
    for i in range(n):
        x = i * i % 10007
        if x in seen:
            hits += 1
        else:
            seen.add(x)
    for k in range(n // 9000):
        odd = {x for x in range(200) if x & 1}
        hits += len(seen & odd) + len(odd | {k}) + len(odd - seen)
    return hits, len(seen)


print(run(int(sys.argv[1])))
