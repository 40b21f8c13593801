def inner():
    try:
        got = yield 1
        print("inner got", got)
        yield 2
    except ValueError as error:
        print("inner caught", error)
        yield 3


def outer():
    yield from inner()
    yield "outer"


g = outer()
next(g)
print(g.send("hello"))
print(g.throw(ValueError("v")))
print(next(g))

# expect: inner got hello
# expect: 2
# expect: inner caught v
# expect: 3
# expect: outer
