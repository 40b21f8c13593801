# Which objects weak references can refer to, and what the references look like.
import weakref


class Plain:
    def method(self):
        return "called"


class Slots:
    __slots__ = ("a",)


class WithRoom:
    __slots__ = ("a", "__weakref__")


class Numbers(list):
    pass


class Pair(tuple):
    pass


plain = Plain()
for target in (plain, WithRoom, print, plain.method, {1}, (x for x in "a"), weakref, lambda: 1):
    weakref.ref(target)
with_room, numbers = WithRoom(), Numbers()
weakref.ref(with_room), weakref.ref(numbers)
for target in (1, 1.5, "text", b"bytes", None, (), [], {}, range(3), Slots(), Pair(), ValueError()):
    try:
        weakref.ref(target)
    except TypeError as error:
        print(error)
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'float' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'bytes' object
# expect: cannot create weak reference to 'NoneType' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'list' object
# expect: cannot create weak reference to 'dict' object
# expect: cannot create weak reference to 'range' object
# expect: cannot create weak reference to 'Slots' object
# expect: cannot create weak reference to 'Pair' object
# expect: cannot create weak reference to 'ValueError' object

reference = weakref.ref(plain)
print(reference, weakref.ref, hash(reference) == hash(plain), reference == weakref.ref(plain, print))
# expect match: <weakref at 0x…; to 'Plain' at 0x…> <class 'weakref.ReferenceType'> True True
proxy = weakref.proxy(plain)
proxy.x = 5
print(type(proxy), proxy.x, plain.x, proxy.method(), weakref.WeakMethod(plain.method)()())
# expect: <class 'weakref.ProxyType'> 5 5 called called
