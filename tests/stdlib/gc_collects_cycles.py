# A cycle that nothing refers to is found by gc.collect(), which counts its objects, calls their __del__ and empties the
# weak references to them.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


gc.collect()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
seen = weakref.ref(a)
del a, b
print(seen() is None, gc.collect(), seen(), gc.collect(), gc.garbage)
# expect: del a
# expect: del b
# expect: False 2 None 0 []

# With what hangs on it: the node, its list, a list that has nothing to do with the cycle but hangs on it.
one = Node("one")
one.items = [one, [1, 2]]
del one
print(gc.collect())
# expect: del one
# expect: 3
