# __del__ is called where the last reference to an object goes.


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)

    def itself(self):
        return self


one = Thing("one")
two = one
del one
print("one name is left")
two = None
print("none")
# expect: one name is left
# expect: del one
# expect: none

two = Thing("old")
two = Thing("new")
print("replaced")
del two
# expect: del old
# expect: replaced
# expect: del new

Thing("never bound").itself().itself()
print("statement")
# expect: del never bound
# expect: statement


def function():
    first, second = Thing("first local"), Thing("second local")
    for _ in range(3):
        return "result"


print(function())
# expect: del first local
# expect: del second local
# expect: result


def passed_on(thing):
    return thing


thing = passed_on(Thing("passed on"))
thing = passed_on(thing)
print(passed_on(Thing("argument")).name, (lambda **names: len(names))(a=Thing("keyword")))
del thing
# expect: del argument
# expect: del keyword
# expect: argument 1
# expect: del passed on


def counter():
    thing = Thing("in a closure")
    return lambda: thing.name


count = counter()
print(count())
del count
# expect: in a closure
# expect: del in a closure


def forget():
    global known
    known = None


known = Thing("global")
forget()
print("forgotten")
# expect: del global
# expect: forgotten

for thing in [Thing("item 1"), Thing("item 2")]:
    print(thing.name)
print("after the loop")
del thing
print([Thing(n).name for n in "ab"])
# expect: item 1
# expect: item 2
# expect: del item 1
# expect: after the loop
# expect: del item 2
# expect: del a
# expect: del b
# expect: ['a', 'b']
