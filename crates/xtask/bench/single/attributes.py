"""Reading and writing attributes of one object."""
# size: 7000000, quick 120000

import sys


class Box:
    def __init__(self):
        self.a = 0
        self.b = 1


def run(n):
    box = Box()
    for _ in range(n):
        box.a, box.b = box.b, (box.a + box.b) % 1000003
    return box.a + box.b


print(run(int(sys.argv[1])))
