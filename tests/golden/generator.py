def walk(tree):
    if isinstance(tree, list):
        for child in tree:
            yield from walk(child)
    else:
        got = yield tree, {"k": [x * 2 for x in tree if x]}
        while (n := next(got)) > 0:
            assert n, "zero"
            if n == 5:
                break
        else:
            del tree[n:], got.x


first, *rest = sorted({*walk([1])}, key=str)
