def a(n):
    return b(n)


def b(n):
    return a(n)


try:
    a(0)
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
