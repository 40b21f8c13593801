# weakref: references that do not keep their object alive.
# Native hooks: `_weakref.cell(object, reference, callback)`: what the collector empties when it finds the object dead, and
# then calls the callback; `_weakref.target(cell)`: the object, or None; `_weakref.references(object)`: those there are.

from _gc import recollect
from _weakref import cell, references, target as _target

__all__ = ['ref', 'proxy', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType', 'CallableProxyType', 'WeakValueDictionary',
           'WeakSet', 'WeakMethod', 'finalize', 'getweakrefcount', 'getweakrefs', 'KeyedRef']


class ReferenceType:
    """A reference that does not keep its object alive."""

    __slots__ = ('_cell', '_hash', '__callback__', '__weakref__')

    def __new__(cls, object, callback=None, /):
        if callback is None and cls is ReferenceType:
            for known in references(object):
                if type(known) is ReferenceType and known.__callback__ is None:
                    return known
        self = super().__new__(cls)
        _set(self, '__callback__', callback)
        _set(self, '_hash', None)
        _set(self, '_cell', cell(object, self, callback))
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __call__(self):
        return _target(self._cell)

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        mine, theirs = _target(self._cell), _target(other._cell)
        if mine is None or theirs is None:
            return self is other
        return mine == theirs

    def __hash__(self):
        if self._hash is None:
            ob = _target(self._cell)
            if ob is None:
                raise TypeError('weak object has gone away')
            _set(self, '_hash', hash(ob))
        return self._hash

    def __repr__(self):
        ob = _target(self._cell)
        if ob is None:
            return '<weakref at %#x; dead>' % id(self)
        name = getattr(ob, '__name__', None)
        shown = ' (%s)' % name if isinstance(name, str) else ''
        return '<weakref at %#x; to %r at %#x%s>' % (id(self), type(ob).__name__, id(ob), shown)


_set = object.__setattr__
ReferenceType.__module__ = 'weakref'
ref = ReferenceType


def getweakrefcount(object):
    """How many weak references and proxies there are."""
    recollect()
    return len(references(object))


def getweakrefs(object):
    """All weak references and proxies there are."""
    recollect()
    return references(object)


def _of(proxy):
    ob = _target(_get(proxy, '_cell'))
    if ob is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return ob


_get = object.__getattribute__


class ProxyType:
    """Stands for an object as long as it is alive."""

    __slots__ = ('_cell', '__weakref__')

    def __new__(cls, object, callback=None, /):
        self = super().__new__(cls)
        _set(self, '_cell', cell(object, self, callback))
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __getattribute__(self, name):
        return getattr(_of(self), name)

    def __setattr__(self, name, value):
        setattr(_of(self), name, value)

    def __delattr__(self, name):
        delattr(_of(self), name)

    def __repr__(self):
        ob = _target(_get(self, '_cell'))
        if ob is None:
            return '<weakproxy at %#x; dead>' % id(self)
        return '<weakproxy at %#x; to %r at %#x>' % (id(self), type(ob).__name__, id(ob))

    def __str__(self):
        return str(_of(self))

    def __bytes__(self):
        return bytes(_of(self))

    def __bool__(self):
        return bool(_of(self))

    def __len__(self):
        return len(_of(self))

    def __iter__(self):
        return iter(_of(self))

    def __next__(self):
        return next(_of(self))

    def __reversed__(self):
        return reversed(_of(self))

    def __contains__(self, item):
        return item in _of(self)

    def __getitem__(self, key):
        return _of(self)[key]

    def __setitem__(self, key, value):
        _of(self)[key] = value

    def __delitem__(self, key):
        del _of(self)[key]

    def __enter__(self):
        return _of(self).__enter__()

    def __exit__(self, *args):
        return _of(self).__exit__(*args)

    def __eq__(self, other):
        return _of(self) == _bare(other)

    def __ne__(self, other):
        return _of(self) != _bare(other)

    def __lt__(self, other):
        return _of(self) < _bare(other)

    def __le__(self, other):
        return _of(self) <= _bare(other)

    def __gt__(self, other):
        return _of(self) > _bare(other)

    def __ge__(self, other):
        return _of(self) >= _bare(other)

    def __add__(self, other):
        return _of(self) + _bare(other)

    def __radd__(self, other):
        return other + _of(self)

    def __sub__(self, other):
        return _of(self) - _bare(other)

    def __rsub__(self, other):
        return other - _of(self)

    def __mul__(self, other):
        return _of(self) * _bare(other)

    def __rmul__(self, other):
        return other * _of(self)

    def __int__(self):
        return int(_of(self))

    def __float__(self):
        return float(_of(self))

    def __index__(self):
        return _of(self).__index__()

    __hash__ = None


class CallableProxyType(ProxyType):
    """Stands for something that can be called."""

    __slots__ = ()

    def __call__(self, /, *args, **kwargs):
        return _of(self)(*args, **kwargs)


ProxyType.__module__ = CallableProxyType.__module__ = 'weakref'
ProxyTypes = (ProxyType, CallableProxyType)


def _bare(other):
    return _of(other) if type(other) in ProxyTypes else other


def proxy(object, callback=None, /):
    """Something that stands for the object as long as it is alive."""
    kind = CallableProxyType if callable(object) else ProxyType
    if callback is None:
        for known in references(object):
            if type(known) is kind:
                return known
    return kind(object, callback)


class WeakMethod:
    """A reference to a bound method."""

    def __init__(self, meth, callback=None):
        try:
            owner, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, not %s' % type(meth)) from None
        self.__callback__ = callback
        self._self = ref(owner, None if callback is None else self._gone)
        self._func = ref(func)

    def _gone(self, reference):
        self.__callback__(self)

    def __call__(self):
        owner, func = self._self(), self._func()
        return None if owner is None or func is None else func.__get__(owner, type(owner))

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


class KeyedRef(ReferenceType):
    """A reference that knows the key of its object."""

    __slots__ = ('key',)

    def __new__(cls, ob, callback, key):
        self = super().__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class finalize:
    """Calls a function when the object goes, or at exit."""

    __slots__ = ()

    # What they are to do, in the order in which they were made.
    _registry = {}
    _is_at_exit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._is_at_exit:
            import atexit
            atexit.register(finalize._run_at_exit)
            finalize._is_at_exit = True
        info = _Info()
        info.weakref = ref(obj, self)
        info.func, info.args, info.kwargs = func, args, kwargs or None
        self._registry[self] = info

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info is not None:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return '<finalize object at %#x; dead>' % id(self)
        return '<finalize object at %#x; for %r at %#x>' % (id(self), type(obj).__name__, id(obj))

    @classmethod
    def _run_at_exit(cls):
        while True:
            waiting = [known for known, info in cls._registry.items() if info.atexit]
            if not waiting:
                return
            try:
                waiting[-1]()
            except Exception as error:
                import sys
                sys.excepthook(type(error), error, error.__traceback__)


class _Info:
    """What a finalizer is to do."""

    __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit')

    def __init__(self):
        self.atexit = True
