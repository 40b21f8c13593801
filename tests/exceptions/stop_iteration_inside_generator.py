def g():
    yield 1
    raise StopIteration("leaks")


it = g()
print(next(it))  # expect: 1
try:
    next(it)
except RuntimeError as error:
    print(error, repr(error.__cause__))  # expect: generator raised StopIteration StopIteration('leaks')
