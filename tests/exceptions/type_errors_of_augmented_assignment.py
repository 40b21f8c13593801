def f(x, y):
    x += y


def g(x, y):
    x -= y


def h(x, y):
    x **= y


for call in (lambda: f(1, "a"), lambda: g("a", 1), lambda: f([], 5), lambda: h([], 2)):
    try:
        call()
    except TypeError as error:
        print(error)

# expect: unsupported operand type(s) for +=: 'int' and 'str'
# expect: unsupported operand type(s) for -=: 'str' and 'int'
# expect: 'int' object is not iterable
# expect: unsupported operand type(s) for **=: 'list' and 'int'
