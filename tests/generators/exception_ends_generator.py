def g():
    yield 1
    raise ValueError("broken")


it = g()
print(next(it))  # expect: 1
try:
    next(it)
except ValueError as error:
    print(error)  # expect: broken
print(next(it, "ended for good"))  # expect: ended for good
