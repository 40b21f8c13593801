def show(x):
    print("called with", x)
    return x


m = map(show, [1, 2])
print("nothing called yet")
print(next(m))

# expect: nothing called yet
# expect: called with 1
# expect: 1
