def f(first, *rest, key="k", **others):
    return first, rest, key, others


print(f(1))  # expect: (1, (), 'k', {})
print(f(1, 2, 3))  # expect: (1, (2, 3), 'k', {})
print(f(1, 2, key="z", a=1))  # expect: (1, (2,), 'z', {'a': 1})
print(f(first=1, other=2))  # expect: (1, (), 'k', {'other': 2})


def g(*args):
    return type(args), args


print(g(), g(*"ab"))  # expect: (<class 'tuple'>, ()) (<class 'tuple'>, ('a', 'b'))
