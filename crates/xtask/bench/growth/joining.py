"""Joining pieces and splitting the result."""
# size: 10000

import sys

n = int(sys.argv[1])
text = ",".join(str(i) for i in range(n))
print(len(text), len(text.split(",")))
