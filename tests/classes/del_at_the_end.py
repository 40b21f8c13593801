# What is left when the program ends goes then: first what the names of the main module stand for, in their order, then
# what those refer to.
import atexit


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, helper())


def helper():
    return "help"


atexit.register(print, "atexit")
last = Thing("bound first")
b, a = Thing("b"), Thing("a")
things = [Thing("item 0"), Thing("item 1")]
a.part = Thing("part of a")
last.loop = last
print("end")
# expect: end
# expect: atexit
# expect: del bound first help
# expect: del b help
# expect: del a help
# expect: del part of a help
# expect: del item 1 help
# expect: del item 0 help
