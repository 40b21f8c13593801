def letters():
    for c in "abc":
        yield c


def numbered(source):
    for i, c in enumerate(source):
        yield f"{i}{c}"


a, b = letters(), numbered(letters())
print(next(a), next(b), next(a), next(b), next(b), next(a))  # expect: a 0a b 1b 2c c
