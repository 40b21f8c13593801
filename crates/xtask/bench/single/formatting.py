"""f-strings, format specs and the percent operator."""
# size: 260000, quick 9000

import sys


def run(n):
    total = 0
    for i in range(n):
        a = f"{i:>8}|{i / 3:.3f}|{i:x}"
        b = "%s-%05d-%.2f" % ("name", i, i / 7)
        c = "{} {:,} {!r}".format(i, i, "q")
        total += len(a) + len(b) + len(c)
    return total


print(run(int(sys.argv[1])))
