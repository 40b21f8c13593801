items = [1, 2, 3]


def gen():
    for x in items:
        items.clear()
        yield x


print(list(gen()), items)  # expect: [1] []
a = [1, 2, 3]
a.extend(a)
a[1:2] = a
print(a)  # expect: [1, 1, 2, 3, 1, 2, 3, 3, 1, 2, 3]
