def show(*args, **kwargs):
    print(args, kwargs)


a, d = [1, 2], {"x": 3}
show(*a, 9, *"hi")
show(**d, y=4)
show(0, *a, z=1, **d)
show(*[], **{})
print(*range(3), sep="-")

# expect: (1, 2, 9, 'h', 'i') {}
# expect: () {'x': 3, 'y': 4}
# expect: (0, 1, 2) {'z': 1, 'x': 3}
# expect: () {}
# expect: 0-1-2
