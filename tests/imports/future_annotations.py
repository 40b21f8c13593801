from __future__ import annotations, division, print_function


def f(a: Undefined, b: int) -> Nothing:
    return a


print(f(1, 2), f.__annotations__)  # expect: 1 {'a': 'Undefined', 'b': 'int', 'return': 'Nothing'}
