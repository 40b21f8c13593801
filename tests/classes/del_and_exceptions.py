# What a function held lives as long as the exception that has left it; what __del__ raises is shown and forgotten.
import contextlib


class Thing:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *error):
        print("exit", self.name)

    def __del__(self):
        print("del", self.name)


def fails():
    thing = Thing("local of what failed")
    raise KeyError(thing.name)


try:
    fails()
except KeyError as error:
    print("caught")
print("handled")
# expect: caught
# expect: del local of what failed
# expect: handled

with contextlib.suppress(KeyError):
    fails()
print("suppressed")
# expect: del local of what failed
# expect: suppressed

with Thing("bound") as bound:
    print("inside")
with Thing("not bound"):
    print("inside")
print("outside")
del bound
# expect: inside
# expect: exit bound
# expect: inside
# expect: exit not bound
# expect: del not bound
# expect: outside
# expect: del bound


class Broken:
    def __del__(self):
        raise ValueError("in __del__")


broken = Broken()
del broken
print("goes on")
# expect: goes on
# expect stderr match: Exception ignored in: <function Broken.__del__ at *>
# expect stderr: Traceback (most recent call last):
# expect stderr match: *, line *, in __del__
# expect stderr:     raise ValueError("in __del__")
# expect stderr: ValueError: in __del__
