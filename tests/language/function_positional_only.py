def f(a, b=2, /, c=3):
    return a, b, c


def g(name, /, **kwargs):
    return name, kwargs


print(f(1), f(1, 5, c=6), f(1, 5, 6))
print(g("x", name="y"))
for call in (lambda: f(a=1), lambda: f(1, b=2)):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: (1, 2, 3) (1, 5, 6) (1, 5, 6)
# expect: ('x', {'name': 'y'})
# expect: f() got some positional-only arguments passed as keyword arguments: 'a'
# expect: f() got some positional-only arguments passed as keyword arguments: 'b'
