"""with statements over a class and over a generator."""
# size: 250000, quick 12000

import sys
from contextlib import contextmanager


class Counter:
    depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, *error):
        self.depth -= 1


@contextmanager
def noted(log):
    log[0] += 1
    yield log
    log[1] += 1


def run(n):
    counter, log, deepest = Counter(), [0, 0], 0
    for _ in range(n):
        with counter, counter as c:
            deepest = max(deepest, c.depth)
        with noted(log):
            pass
    return deepest, counter.depth, log


print(run(int(sys.argv[1])))
