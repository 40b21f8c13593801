# How the arguments of a call find their parameters, and what is said when they do not.


def f(a, b=2, *, c=3):
    return a, b, c


def g(a, /, b, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


def h(a, b, c):
    return a, b, c


def k(*, x, y=1):
    return x, y


def many(a=1, b=2, c=3, d=4, e=5, f=6, g=7, h=8, i=9, j=10):
    return a, b, c, d, e, f, g, h, i, j


class C:
    def m(self, a, *, b=0):
        return a, b

    @classmethod
    def n(cls, q=1, **k):
        return q, k

    @staticmethod
    def s(q, r=5):
        return q, r


c = C()
pair, options = (1, 2), {"c": 5}
CALLS = [
    lambda: f(1, 2, 3),
    lambda: f(),
    lambda: f(b=1),
    lambda: f(1, a=2),
    lambda: f(1, d=2),
    lambda: f(1, c=1, b=5),
    lambda: f(1, cc=1),
    lambda: f(1, 2, 3, c=4),
    lambda: f(*pair, **options),
    lambda: f(*pair, **{"b": 1}),
    lambda: f(**{1: 2}),
    lambda: f(*5),
    lambda: f(**5),
    lambda: f(1, c=2, **options),
    lambda: g(1, 2),
    lambda: g(1, c=1),
    lambda: g(1, 2, c=3),
    lambda: g(a=1, b=2, c=3),
    lambda: g(1, b=2, c=3, a=5),
    lambda: g(1, 2, 3, 4, c=5, e=6, f=7),
    lambda: g(1, 2, c=1, **{letter: letter for letter in "qrstuvwxyz"}),
    lambda: h(),
    lambda: h(1),
    lambda: h(1, 2),
    lambda: h(1, 2, 3, 4),
    lambda: h(1, 2, c=3, d=4),
    lambda: h(b=1, a=2, c=3),
    lambda: h(1, **dict(b=2, c=3)),
    lambda: h(*pair, 3, **{}),
    lambda: k(),
    lambda: k(1),
    lambda: k(1, 2, x=3),
    lambda: k(1, 2, 3, x=1, y=2),
    lambda: k(y=2, x=1),
    lambda: many(j=1, i=2, h=3, g=4, f=5, e=6, d=7, c=8, b=9, a=10),
    lambda: many(5, j=1),
    lambda: c.m(1, b=2),
    lambda: c.m(b=2),
    lambda: C.m(c, 1),
    lambda: C.m(),
    lambda: c.n(q=3, w=4),
    lambda: C.n(1, 2),
    lambda: c.s(1, r=2),
    lambda: C.s(q=1),
    lambda: c.s(),
    lambda: C(a=1),
    lambda: (lambda *a, **k: (a, k))(1, 2, x=3),
    lambda: (lambda x, *a: (x, a))(),
    lambda: (lambda **k: k)(1),
]
for call in CALLS:
    try:
        print(call())
    except TypeError as error:
        print(error)

# Neither the tuple nor the dict that was spread is shared with the callee.
def change(*args, **kwargs):
    kwargs["c"] = args
    return kwargs


print(change(*pair, **options), options)

# The dict may be changed by the callee while it looks at it.
def clear(**kwargs):
    options.clear()
    return kwargs


print(clear(**options), options)
f.__defaults__ = None
try:
    f(1)
except TypeError as error:
    print(error)
f.__defaults__ = (7, 8)
print(f())

# expect: f() takes from 1 to 2 positional arguments but 3 were given
# expect: f() missing 1 required positional argument: 'a'
# expect: f() missing 1 required positional argument: 'a'
# expect: f() got multiple values for argument 'a'
# expect: f() got an unexpected keyword argument 'd'
# expect: (1, 5, 1)
# expect: f() got an unexpected keyword argument 'cc'. Did you mean 'c'?
# expect: f() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
# expect: (1, 2, 5)
# expect: f() got multiple values for argument 'b'
# expect: keywords must be strings
# expect: __main__.f() argument after * must be an iterable, not int
# expect: __main__.f() argument after ** must be a mapping, not int
# expect: __main__.f() got multiple values for keyword argument 'c'
# expect: g() missing 1 required keyword-only argument: 'c'
# expect: g() missing 1 required positional argument: 'b'
# expect: (1, 2, (), 3, 4, {})
# expect: g() missing 1 required positional argument: 'a'
# expect: (1, 2, (), 3, 4, {'a': 5})
# expect: (1, 2, (3, 4), 5, 4, {'e': 6, 'f': 7})
# expect: (1, 2, (), 1, 4, {'q': 'q', 'r': 'r', 's': 's', 't': 't', 'u': 'u', 'v': 'v', 'w': 'w', 'x': 'x', 'y': 'y', 'z': 'z'})
# expect: h() missing 3 required positional arguments: 'a', 'b', and 'c'
# expect: h() missing 2 required positional arguments: 'b' and 'c'
# expect: h() missing 1 required positional argument: 'c'
# expect: h() takes 3 positional arguments but 4 were given
# expect: h() got an unexpected keyword argument 'd'
# expect: (2, 1, 3)
# expect: (1, 2, 3)
# expect: (1, 2, 3)
# expect: k() missing 1 required keyword-only argument: 'x'
# expect: k() takes 0 positional arguments but 1 was given
# expect: k() takes 0 positional arguments but 2 positional arguments (and 1 keyword-only argument) were given
# expect: k() takes 0 positional arguments but 3 positional arguments (and 2 keyword-only arguments) were given
# expect: (1, 2)
# expect: (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
# expect: (5, 2, 3, 4, 5, 6, 7, 8, 9, 1)
# expect: (1, 2)
# expect: C.m() missing 1 required positional argument: 'a'
# expect: (1, 0)
# expect: C.m() missing 2 required positional arguments: 'self' and 'a'
# expect: (3, {'w': 4})
# expect: C.n() takes from 1 to 2 positional arguments but 3 were given
# expect: (1, 2)
# expect: (1, 5)
# expect: C.s() missing 1 required positional argument: 'q'
# expect: C() takes no arguments
# expect: ((1, 2), {'x': 3})
# expect: <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'x'
# expect: <lambda>.<locals>.<lambda>() takes 0 positional arguments but 1 was given
# expect: {'c': (1, 2)} {'c': 5}
# expect: {'c': 5} {}
# expect: f() missing 1 required positional argument: 'b'
# expect: (7, 8, 3)
