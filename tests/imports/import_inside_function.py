def f():
    import _shapes
    from math import pi

    return _shapes.sides, round(pi, 2)


print("before")
print(f(), f())

# expect: before
# expect: shapes is loaded
# expect: (4, 3.14) (4, 3.14)
