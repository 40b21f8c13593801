def v(x):
    print(x, end=" ")
    return x


def f(*a, **k):
    print()


f(v(1), *[v(2)], v(3), k=v(4), **{v("d"): v(5)})
{v("key"): v("value")}
print()
v(1) + v(2) * v(3)
print()
[v(0)][v(0)] = v("rhs")
print()

# expect: 1 2 3 4 d 5
# expect: key value
# expect: 1 2 3
# expect: rhs 0 0
