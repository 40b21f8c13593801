def none(): pass


def two(a, b): pass


def three(a, b, c=1): pass


def kw(*, x, y): pass


class C:
    def m(self): pass


for call in (
    lambda: none(1),
    lambda: two(),
    lambda: two(1),
    lambda: two(1, 2, 3),
    lambda: three(),
    lambda: three(1, 2, 3, 4),
    lambda: two(1, a=2),
    lambda: two(1, z=2),
    lambda: kw(),
    lambda: kw(x=1),
    lambda: kw(1, x=1, y=2),
    lambda: C().m(1),
    lambda: C.m(),
    lambda: two(**{"a": 1}, **{"a": 2}),
):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: none() takes 0 positional arguments but 1 was given
# expect: two() missing 2 required positional arguments: 'a' and 'b'
# expect: two() missing 1 required positional argument: 'b'
# expect: two() takes 2 positional arguments but 3 were given
# expect: three() missing 2 required positional arguments: 'a' and 'b'
# expect: three() takes from 2 to 3 positional arguments but 4 were given
# expect: two() got multiple values for argument 'a'
# expect: two() got an unexpected keyword argument 'z'
# expect: kw() missing 2 required keyword-only arguments: 'x' and 'y'
# expect: kw() missing 1 required keyword-only argument: 'y'
# expect: kw() takes 0 positional arguments but 1 positional argument (and 2 keyword-only arguments) were given
# expect: C.m() takes 1 positional argument but 2 were given
# expect: C.m() missing 1 required positional argument: 'self'
# expect: __main__.two() got multiple values for keyword argument 'a'
