class Ctx:
    def __enter__(self): print("enter")
    def __exit__(self, *info): print("exit", info[0] and info[0].__name__)


def g():
    with Ctx():
        yield 1
        yield 2


for x in g():
    print(x)
it = g()
next(it)
it.close()

# expect: enter
# expect: 1
# expect: 2
# expect: exit None
# expect: enter
# expect: exit GeneratorExit
