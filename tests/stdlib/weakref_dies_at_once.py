# A weak reference is dead right after the last strong one is gone; objects in cycles wait for the collector.
import gc
import weakref


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent and weakref.ref(parent)
        self.children = []

    def add(self, name):
        child = Node(name, self)
        self.children.append(child)
        return child


root = Node("root")
leaf = root.add("leaf")
print(leaf.parent().name)
del root
print(leaf.parent())
# expect: root
# expect: None

seen = weakref.ref(leaf, lambda reference: print("gone", reference()))
other = leaf
del leaf
print(seen() is other)
del other
print(seen())
# expect: True
# expect: gone None
# expect: None

cache = weakref.WeakValueDictionary()


def load(name):
    node = cache.get(name)
    if node is None:
        print("loading", name)
        node = cache[name] = Node(name)
    return node


first = load("a")
again = load("a")
print(first is again, len(cache))
del first
print(len(cache))
del again
print(len(cache), "a" in cache)
load("a")
# expect: loading a
# expect: True 1
# expect: 1
# expect: 0 False
# expect: loading a

print(weakref.ref(Node("temporary"))())
node = Node("cycle")
node.me = node
weakref.finalize(node, print, "finalized")
seen = weakref.ref(node)
del node
print(seen() is None)
gc.collect()
print(seen())
# expect: None
# expect: False
# expect: finalized
# expect: None


def user():
    node = Node("local")
    weakref.finalize(node, print, "local is finalized")
    print("user ends")


user()
print("used")
# expect: user ends
# expect: local is finalized
# expect: used
