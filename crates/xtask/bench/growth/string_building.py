"""Building one string piece by piece."""
# size: 30000

import sys


def build(n):
    text = ""
    for i in range(n):
        text += "x" if i % 3 else "yz"
    return text


print(len(build(int(sys.argv[1]))))
