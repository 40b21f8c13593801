x = "outer"
print([x for x in range(3)])  # expect: [0, 1, 2]
print(x)  # expect: outer


def f():
    total = [total for total in range(2)]
    return total


print(f())  # expect: [0, 1]


class C:
    n = 3
    items = [i for i in range(n)]


print(C.items)  # expect: [0, 1, 2]
