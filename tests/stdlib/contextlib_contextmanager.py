from contextlib import contextmanager


@contextmanager
def section(name):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print("leave", name)


with section("a") as got:
    print(got)
with section("b"):
    raise ValueError("inside")
try:
    with section("c"):
        raise KeyError("passes")
except KeyError as error:
    print("outside", error)


@section("deco")
def f():
    print("in f")


f()

# expect: enter a
# expect: A
# expect: leave a
# expect: enter b
# expect: swallowed inside
# expect: leave b
# expect: enter c
# expect: leave c
# expect: outside 'passes'
# expect: enter deco
# expect: in f
# expect: leave deco
