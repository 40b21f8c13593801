items = [3, 1, 2]


def key(n):
    items.append(n)
    return n


try:
    items.sort(key=key)
except ValueError as error:
    print(error)  # expect: list modified during sort
