"""Deep structures of small objects, built and walked by recursion."""
# size: 16, quick 9

import sys


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def make(depth):
    return Node(make(depth - 1), make(depth - 1)) if depth else Node(None, None)


def check(node):
    return 1 if node.left is None else 1 + check(node.left) + check(node.right)


def run(depth):
    keep, total = make(depth), 0
    for d in range(4, depth + 1, 2):
        for _ in range(1 << (depth - d + 1)):
            total += check(make(d))
    return total, check(keep)


print(run(int(sys.argv[1])))
