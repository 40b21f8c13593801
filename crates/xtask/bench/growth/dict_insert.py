"""Growing a dictionary of strings, then deleting every second entry."""
# size: 10000

import sys

n, table = int(sys.argv[1]), {}
for i in range(n):
    table["key" + str(i)] = i
for i in range(0, n, 2):
    del table["key" + str(i)]
print(len(table), sum(table.values()))
