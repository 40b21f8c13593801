import os
import os.path as path
import a.b.c
import a.b.c as d
from . import sibling
from ..pkg import x as y, z
from math import *

big = 2**100 - 1, -1, ~5, 1 << 3, 10 // 3, -7 % 3, 1e10 * 2, "ab" * 2, not True, 7 / 2
items = [1, 2, 3]
names = {"a", "b", "c"}
mixed = [1, x, *y, 3]
joined = {**a, "k": 1, "l": x, **b}
keyed = {"a": x, "b": y}
once = (1, (2, "three"), None, ...)[1]
text = f"{x} {x!r:>{y}} {x=} {{}}" "tail"
old = "%s and %r" % (x, y)
items[1:2] = items[::2]
del items[0], items[1:], x.attr
x.attr = items[1:] = 3
x.method(1)(2)(
    3, key=4
).other
os.path.join("a", "b")
first, *middle, last = items
