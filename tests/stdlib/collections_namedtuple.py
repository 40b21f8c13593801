from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
x, y = p
print(p, p.x, p[1], x + y, p._replace(x=5), p._asdict(), Point._fields, p == (1, 2), Point._make([7, 8]))
q = namedtuple("Q", "a b", defaults=[9])(1)
print(q, len(q), isinstance(q, tuple))
for call in (lambda: Point(1), lambda: setattr(p, "x", 3), lambda: Point(1, 2, 3)):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

# expect: Point(x=1, y=2) 1 2 3 Point(x=5, y=2) {'x': 1, 'y': 2} ('x', 'y') True Point(x=7, y=8)
# expect: Q(a=1, b=9) 2 True
# expect: TypeError Point.__new__() missing 1 required positional argument: 'y'
# expect: AttributeError can't set attribute
# expect: TypeError Point.__new__() takes 3 positional arguments but 4 were given
