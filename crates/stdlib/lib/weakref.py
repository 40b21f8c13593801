# weakref: references that do not keep their object alive.
# Native hooks: `_weakref.ref` (see there); without it references are strong, and their objects stay alive.

try:
    from _weakref import ref
except ImportError:
    class ref:
        """A reference; a strong one for want of anything better."""

        def __init__(self, ob, callback=None):
            self._ob = ob
            self.__callback__ = callback

        def __call__(self):
            return self._ob

        def __eq__(self, other):
            return isinstance(other, ref) and self._ob == other._ob

        def __hash__(self):
            return hash(self._ob)

        def __repr__(self):
            return '<weakref at %#x; to %r at %#x>' % (id(self), type(self._ob).__name__, id(self._ob))

__all__ = ['ref', 'proxy', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType', 'WeakValueDictionary', 'WeakSet',
           'WeakMethod', 'finalize', 'getweakrefcount', 'getweakrefs']

ReferenceType = ref


def getweakrefcount(object):
    """Not counted here."""
    return 0


def getweakrefs(object):
    """Not listed here."""
    return []


class ProxyType:
    """Stands for an object as long as it is alive."""

    def __init__(self, ob, callback=None):
        object.__setattr__(self, '_ref', ref(ob, callback) if callback is not None else ref(ob))

    def _target(self):
        ob = object.__getattribute__(self, '_ref')()
        if ob is None:
            raise ReferenceError('weakly-referenced object no longer exists')
        return ob

    def __getattr__(self, name):
        return getattr(ProxyType._target(self), name)

    def __setattr__(self, name, value):
        setattr(ProxyType._target(self), name, value)

    def __delattr__(self, name):
        delattr(ProxyType._target(self), name)

    def __str__(self):
        return str(ProxyType._target(self))

    def __len__(self):
        return len(ProxyType._target(self))

    def __iter__(self):
        return iter(ProxyType._target(self))

    def __getitem__(self, key):
        return ProxyType._target(self)[key]

    def __setitem__(self, key, value):
        ProxyType._target(self)[key] = value

    def __contains__(self, item):
        return item in ProxyType._target(self)

    def __call__(self, *args, **kwargs):
        return ProxyType._target(self)(*args, **kwargs)

    def __bool__(self):
        return bool(ProxyType._target(self))

    def __eq__(self, other):
        return ProxyType._target(self) == other

    __hash__ = None


def proxy(object, callback=None):
    """Something that stands for the object as long as it is alive."""
    return ProxyType(object, callback)


class WeakMethod:
    """A reference to a bound method."""

    def __init__(self, meth, callback=None):
        self._self = ref(meth.__self__) if callback is None else ref(meth.__self__, callback)
        self._func = meth.__func__

    def __call__(self):
        owner = self._self()
        return None if owner is None else self._func.__get__(owner, type(owner))

    def __eq__(self, other):
        return isinstance(other, WeakMethod) and self._self == other._self and self._func is other._func

    def __hash__(self):
        return hash(self._self)


class WeakSet:
    """A set that objects leave when nobody else needs them."""

    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def _alive(self):
        items = []
        for r in list(self.data):
            item = r()
            if item is None:
                self.data.discard(r)
            else:
                items.append(item)
        return items

    def __iter__(self):
        return iter(self._alive())

    def __len__(self):
        return len(self._alive())

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def update(self, other):
        for item in other:
            self.add(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while True:
            try:
                item = self.data.pop()()
            except KeyError:
                raise KeyError('pop from empty WeakSet') from None
            if item is not None:
                return item

    def __repr__(self):
        return repr(self.data)


class _WeakDictionary:
    """What the two dictionaries share: the live pairs."""

    def __init__(self, other=None, /, **kw):
        self.data = {}
        if other is not None:
            self.update(other)
        if kw:
            self.update(kw)

    def keys(self):
        return [key for key, value in self._alive()]

    def values(self):
        return [value for key, value in self._alive()]

    def items(self):
        return self._alive()

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._alive())

    def __contains__(self, key):
        return self.get(key) is not None

    def __getitem__(self, key):
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), /, **kw):
        pairs = other.items() if hasattr(other, 'items') else other
        for key, value in pairs:
            self[key] = value
        for key, value in kw.items():
            self[key] = value

    def pop(self, key, *default):
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))


class WeakValueDictionary(_WeakDictionary):
    """A dict whose values go when nobody else needs them."""

    def _alive(self):
        pairs = []
        for key, r in list(self.data.items()):
            value = r()
            if value is None:
                self.data.pop(key, None)
            else:
                pairs.append((key, value))
        return pairs

    def get(self, key, default=None):
        r = self.data.get(key)
        value = None if r is None else r()
        return default if value is None else value

    def __setitem__(self, key, value):
        self.data[key] = ref(value)

    def __delitem__(self, key):
        del self.data[key]


class WeakKeyDictionary(_WeakDictionary):
    """A dict whose keys go when nobody else needs them."""

    def _alive(self):
        pairs = []
        for r, value in list(self.data.items()):
            key = r()
            if key is None:
                self.data.pop(r, None)
            else:
                pairs.append((key, value))
        return pairs

    def __contains__(self, key):
        return ref(key) in self.data

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]


class finalize:
    """Calls a function when the object goes, or at exit."""

    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = (func, args, kwargs)
        self._ref = ref(obj, self._gone)
        self.atexit = True
        import atexit
        atexit.register(self._at_exit)

    def _gone(self, r):
        self()

    def _at_exit(self):
        if self.atexit:
            self()

    def __call__(self, _=None):
        call = self._call
        self._call = None
        if call is not None:
            func, args, kwargs = call
            return func(*args, **kwargs)

    def detach(self):
        call = self._call
        self._call = None
        obj = self._ref()
        return None if call is None or obj is None else (obj,) + call

    def peek(self):
        obj = self._ref()
        return None if self._call is None or obj is None else (obj,) + self._call

    @property
    def alive(self):
        return self._call is not None
