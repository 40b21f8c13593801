add = lambda a, b=2, *rest, c=3, **kw: (a, b, rest, c, kw)
print(add(1))  # expect: (1, 2, (), 3, {})
print(add(1, 5, 6, c=0, d=9))  # expect: (1, 5, (6,), 0, {'d': 9})
print((lambda: None)())  # expect: None
print((lambda *a: a)(1, 2), (lambda **k: k)(x=1))  # expect: (1, 2) {'x': 1}
print(add.__name__)  # expect: <lambda>
print(sorted("bCa", key=lambda s: s.lower()))  # expect: ['a', 'b', 'C']
