import sys


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


sys.setrecursionlimit(200)
print(150 < depth() < 200)
sys.setrecursionlimit(3000)
print(2900 < depth() < 3000)
for bad in (0, -5):
    try:
        sys.setrecursionlimit(bad)
    except ValueError as error:
        print(error)

# expect: True
# expect: True
# expect: recursion limit must be greater or equal than 1
# expect: recursion limit must be greater or equal than 1
