def g():
    yield 1
    return "the value"


it = g()
next(it)
try:
    next(it)
except StopIteration as error:
    print(error.value, error.args)  # expect: the value ('the value',)


def outer():
    result = yield from g()
    print("result:", result)  # expect: result: the value


print(list(outer()))  # expect: [1]
