from contextlib import ExitStack, contextmanager


@contextmanager
def named(name):
    print("in", name)
    try:
        yield name
    finally:
        print("out", name)


with ExitStack() as stack:
    names = [stack.enter_context(named(n)) for n in "ab"]
    stack.callback(print, "callback", names)
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise KeyError("first")
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))

# expect: in a
# expect: in b
# expect: callback ['a', 'b']
# expect: out b
# expect: out a
# expect: ZeroDivisionError('division by zero') KeyError('first')
