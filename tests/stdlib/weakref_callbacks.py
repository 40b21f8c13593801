# Callbacks are called when the object is gone, the newest reference's first; not if the reference itself went before.
import gc
import weakref


class Thing:
    pass


thing = Thing()
thing.me = thing
first = weakref.ref(thing, lambda r: print("first", r is first, r()))
second = weakref.ref(thing, lambda r: print("second", r()))
lost = weakref.ref(thing, lambda r: print("never"))
proxy = weakref.proxy(thing, lambda p: print("proxy"))
watch = weakref.finalize(thing, print, "finalized", end="!\n")
print(watch.alive, watch.peek()[2], weakref.ref(thing) is weakref.ref(thing), weakref.getweakrefcount(thing))
del lost
del thing
gc.collect()
print(watch.alive, first())
# expect: True ('finalized',) True 5
# expect: finalized!
# expect: proxy
# expect: second None
# expect: first True None
# expect: False None

try:
    proxy.name
except ReferenceError as error:
    print(error)
# expect: weakly-referenced object no longer exists


def broken(reference):
    raise KeyError("in a callback")


thing = Thing()
thing.me = thing
reference = weakref.ref(thing, broken)
del thing
gc.collect()
print("on")
# expect: on
# expect stderr match: Exception ignored in: <function broken at *>
# expect stderr: Traceback (most recent call last):
# expect stderr match: *, line *, in broken
# expect stderr:     raise KeyError("in a callback")
# expect stderr: KeyError: 'in a callback'
