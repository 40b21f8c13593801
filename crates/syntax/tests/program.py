#!/usr/bin/env python3
"""Every kind of statement and expression once."""
from __future__ import annotations
import os.path as p, sys
from . import (a as b, c,)
from ..pkg.mod import *

@decorator(1)[0]
class Stack[T: (int, str) = int, *Ts, **P](Base, metaclass=Meta, **options):
    items: list[T] = []
    count: int

    def push(self, item: T, /, *more: *Ts, quiet=False, **rest) -> None:
        global total; nonlocal_ = 1
        self.items[len(self.items):] = [item, *more]
        return None

type Alias[T] = dict[str, T]

def work(queue, lock, é="naïve"):
    with lock, open("f") as f:
        for i, (x, *y) in enumerate(queue):
            if i % 2 == 0 and not x is None or y in (1, 2.5e3, 0xff, 1_000j):
                continue
            elif x != y <= i: break
            else:
                print(f"{x!r:>{i}} {y=} {{literal}} {'nested' + f'{i}'}", end="")
        else:
            pass
    with (open("a") as a, open("b")):
        yield x
    while (n := read()):
        n **= 2; n //= 3
        del n, x[0]
    try:
        raise ValueError("no") from None
    except (ValueError, TypeError) as e:
        assert e, "message"
    except:
        raise
    else: ...
    finally:
        value = yield from other()
    try: f()
    except* OSError: pass

squares = {k: v ** 2 for k, v in pairs if v if k}
evens = {x for row in rows for x in row}
lazy = sum(x if x else -~+x for x in [lambda a, *b, c=1, **d: (a, b)][0](1, c=2))
text = r'\d' + """triple "quoted" \N{BULLET} \x41 \u00e9
""" u'x' if a < b < c else ('long'
    'er')
matrix @= m[1:2, ::3, ...]
