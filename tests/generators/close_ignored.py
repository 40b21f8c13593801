def g():
    for _ in range(2):
        try:
            yield 1
        except GeneratorExit:
            print("ignored")  # expect: ignored


it = g()
next(it)
try:
    it.close()
except RuntimeError as error:
    print(error)  # expect: generator ignored GeneratorExit
print(list(it))  # expect: []
