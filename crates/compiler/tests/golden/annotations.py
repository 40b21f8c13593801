from __future__ import annotations


class Node:
    next: Node | None = None
    values: dict[str, list[int]] = {}


def f(a: "int", b: -x + 1 = 2, *args: (a, b)) -> lambda q: q if q else None:
    local: int = 1
    return local
