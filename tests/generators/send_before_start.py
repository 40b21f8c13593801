def g():
    yield 1


try:
    g().send("x")
except TypeError as error:
    print(error)  # expect: can't send non-None value to a just-started generator
print(g().send(None))  # expect: 1
