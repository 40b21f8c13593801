# An object goes when the attribute, the item or the key goes that holds it, and after the object that holds it.
import collections


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


class Holder:
    pass


holder = Holder()
holder.thing = Thing("attribute")
holder.thing = None
holder.thing = Thing("attribute again")
del holder.thing
holder.parts = [Thing("part 0"), Thing("part 1"), Thing("part 2")]
holder.parts.pop(1)
holder.parts[0] = None
print("holder goes")
del holder
# expect: del attribute
# expect: del attribute again
# expect: del part 1
# expect: del part 0
# expect: holder goes
# expect: del part 2

items = [Thing("i0"), Thing("i1"), Thing("i2")]
del items[1]
items.clear()
print("cleared")
items += [Thing("i3"), Thing("i4")]
del items
print("list gone")
# expect: del i1
# expect: del i2
# expect: del i0
# expect: cleared
# expect: del i4
# expect: del i3
# expect: list gone

table = {"a": Thing("a"), "b": Thing("b"), "c": Thing("c")}
table.pop("b")
table["a"] = None
del table["c"]
table["d"], table["e"] = Thing("d"), Thing("e")
table.clear()
print("dict")
# expect: del b
# expect: del a
# expect: del c
# expect: del d
# expect: del e
# expect: dict

queue = collections.deque([Thing("q0"), Thing("q1")], maxlen=2)
queue.append(Thing("q2"))
print(queue.popleft().name, len(queue))
known = {Thing("in a set")}
known.clear()
# expect: del q0
# expect: del q1
# expect: q1 1
# expect: del in a set

parent = Thing("parent")
parent.first, parent.second = Thing("first child"), Thing("second child")
parent.first.parts = (Thing("left"), Thing("right"))
shared = parent.shared = Thing("shared")
del parent
print("family")
del shared
# expect: del parent
# expect: del first child
# expect: del right
# expect: del left
# expect: del second child
# expect: family
# expect: del shared
# expect: del q2
