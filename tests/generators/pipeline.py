def numbers():
    yield from range(10)


def keep_even(source):
    for n in source:
        if n % 2 == 0:
            yield n


def squared(source):
    return (n * n for n in source)


print(sum(squared(keep_even(numbers()))))  # expect: 120
