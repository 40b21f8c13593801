# collections: containers beyond the built-in ones. [hidden: native code in CPython, for the most part]
# Native hooks: `_collections.deque`; dict subclasses with a script's `__missing__`; tuple subclasses.

import sys as _sys
from _collections import deque
from _vm import count_items as _count_items

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'defaultdict', 'deque', 'namedtuple']

_KEYWORDS = frozenset(('False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue',
                       'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in',
                       'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'))


def __getattr__(name):
    if name in ('UserDict', 'UserList', 'UserString'):
        from collections import _user
        return getattr(_user, name)
    raise AttributeError('module %r has no attribute %r' % (__name__, name))


# ---- named tuples ----

def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A subclass of tuple whose items can be read by name as well."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for place, name in enumerate(names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith('_') or name in seen:
                names[place] = '_%d' % place
            seen.add(name)
    for name in [typename] + names:
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: %r' % name)
        if name in _KEYWORDS:
            raise ValueError('Type names and field names cannot be a keyword: %r' % name)
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: %r' % name)
        if name in seen:
            raise ValueError('Encountered duplicate field name: %r' % name)
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    if module is None:
        # Frames of this file are hidden: the nearest one is the caller's.
        frame = _sys._getframe()
        module = frame.f_globals.get('__name__', '__main__') if frame is not None else '__main__'
    return _make_namedtuple(typename, tuple(names), field_defaults, module)


def _make_namedtuple(typename, fields, field_defaults, module):
    size = len(fields)
    new_tuple = tuple.__new__

    def __new__(_cls, /, *args, **kwargs):
        if len(args) == size and not kwargs:
            return new_tuple(_cls, args)
        return new_tuple(_cls, _bind(typename, fields, field_defaults, args, kwargs))

    def _make(cls, iterable):
        result = new_tuple(cls, iterable)
        if len(result) != size:
            raise TypeError('Expected %d arguments, got %d' % (size, len(result)))
        return result

    def _replace(self, /, **kwds):
        values = [kwds.pop(name, value) for name, value in zip(fields, self)]
        if kwds:
            raise TypeError('Got unexpected field names: %r' % (list(kwds),))
        return self._make(values)

    def __repr__(self):
        items = ', '.join(['%s=%r' % (name, value) for name, value in zip(fields, self)])
        return '%s(%s)' % (self.__class__.__name__, items)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        '__doc__': '%s(%s)' % (typename, ', '.join(fields)),
        '__slots__': (),
        '__module__': module,
        '_fields': fields,
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': classmethod(_make),
        '_replace': _replace,
        '__replace__': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    for function in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        function.__qualname__ = '%s.%s' % (typename, function.__name__)
    for place, name in enumerate(fields):
        namespace[name] = _field(place)
    return type(typename, (tuple,), namespace)


def _field(place):
    return property(lambda self: self[place], _refuse_to_set, doc='Alias for field number %d' % place)


def _refuse_to_set(self, value):
    raise AttributeError("can't set attribute")


def _bind(typename, fields, field_defaults, args, kwargs):
    # The values in order of the fields, or the TypeError of a function with these parameters.
    what = typename + '.__new__()'
    if len(args) > len(fields):
        least = len(fields) + 1 - len(field_defaults)
        takes = '%d positional arguments' % (len(fields) + 1)
        if field_defaults:
            takes = 'from %d to %s' % (least, takes)
        elif len(fields) == 0:
            takes = '1 positional argument'
        raise TypeError('%s takes %s but %d were given' % (what, takes, len(args) + 1))
    values = list(args)
    missing = []
    for name in fields[:len(args)]:
        if name in kwargs:
            raise TypeError('%s got multiple values for argument %r' % (what, name))
    for name in kwargs:
        if name not in fields:
            raise TypeError('%s got an unexpected keyword argument %r' % (what, name))
    for name in fields[len(args):]:
        if name in kwargs:
            values.append(kwargs[name])
        elif name in field_defaults:
            values.append(field_defaults[name])
        else:
            missing.append(repr(name))
    if missing:
        if len(missing) == 1:
            text = missing[0]
        elif len(missing) == 2:
            text = ' and '.join(missing)
        else:
            text = ', '.join(missing[:-1]) + ', and ' + missing[-1]
        raise TypeError('%s missing %d required positional argument%s: %s'
                        % (what, len(missing), '' if len(missing) == 1 else 's', text))
    return values


# ---- dictionaries ----

class defaultdict(dict):
    """A dict that makes up the values of missing keys by calling default_factory."""

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def __repr__(self):
        return '%s(%r, %s)' % (type(self).__name__, self.default_factory, dict.__repr__(self))

    def copy(self):
        """A copy with the same default_factory."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result


class OrderedDict(dict):
    """A dict that can move its keys and compares their order."""

    def __reduce__(self):
        return type(self), (), self.__dict__ or None, None, iter(self.items())

    def move_to_end(self, key, last=True):
        """Put a key at the end, or at the beginning."""
        value = self[key]
        if last:
            del self[key]
            self[key] = value
            return
        others = [(k, v) for k, v in self.items() if not (k is key or k == key)]
        dict.clear(self)
        self[key] = value
        for k, v in others:
            self[k] = v

    def popitem(self, last=True):
        """Take the last pair out, or the first."""
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        for key in self:
            break
        return key, self.pop(key)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = None

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        return '%s(%s)' % (self.__class__.__name__, dict.__repr__(self))

    def copy(self):
        """A copy in the same order."""
        return self.__class__(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """The keys of the iterable, all with one value."""
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result


class Counter(dict):
    """A dict of things and how often they occur."""

    def __reduce__(self):
        return type(self), (dict(self),)

    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """Pairs of thing and count, the most frequent first."""
        pairs = sorted(self.items(), key=_second, reverse=True)
        return pairs if n is None else pairs[:n] if n > 0 else []

    def elements(self):
        """Each thing as often as it is counted."""
        for thing, count in self.items():
            for _ in range(count):
                yield thing

    @classmethod
    def fromkeys(cls, iterable, v=None):
        """Not for counters."""
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Add counts."""
        if iterable is not None:
            if isinstance(iterable, dict):
                for thing, count in iterable.items():
                    self[thing] = self.get(thing, 0) + count
            else:
                # Counting in a plain dict first is several times as fast as through the methods of a subclass.
                counts = _count_items(iterable)
                if counts is None:
                    counts = {}
                    for thing in iterable:
                        counts[thing] = counts.get(thing, 0) + 1
                kind = type(self)
                if not self and kind.get is dict.get and kind.__setitem__ is dict.__setitem__:
                    dict.update(self, counts)
                else:
                    for thing, count in counts.items():
                        self[thing] = self.get(thing, 0) + count
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Take counts away; they may fall below zero."""
        if iterable is not None:
            if isinstance(iterable, dict):
                for thing, count in iterable.items():
                    self[thing] = self.get(thing, 0) - count
            else:
                for thing in iterable:
                    self[thing] = self.get(thing, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A copy."""
        return self.__class__(self)

    def __delitem__(self, thing):
        if thing in self:
            dict.__delitem__(self, thing)

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        try:
            pairs = self.most_common()
        except TypeError:
            pairs = list(self.items())
        return '%s({%s})' % (self.__class__.__name__, ', '.join(['%r: %r' % pair for pair in pairs]))

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[thing] == other[thing] for both in (self, other) for thing in both])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[thing] <= other[thing] for both in (self, other) for thing in both])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other <= self

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return other < self

    def _combined(self, other, combine):
        # The things of both, with the positive results of combine(count here, count there).
        result = Counter()
        for thing, count in self.items():
            count = combine(count, other[thing])
            if count > 0:
                result[thing] = count
        for thing, count in other.items():
            if thing not in self:
                count = combine(0, count)
                if count > 0:
                    result[thing] = count
        return result

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: b if a < b else a)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combined(other, lambda a, b: a if a < b else b)

    def __pos__(self):
        return self._combined(Counter(), lambda a, b: a)

    def __neg__(self):
        return self._combined(Counter(), lambda a, b: -a)

    def _keep(self, other):
        self.clear()
        for thing, count in other.items():
            self[thing] = count
        return self

    def __iadd__(self, other):
        return self._keep(self + other)

    def __isub__(self, other):
        return self._keep(self - other)

    def __ior__(self, other):
        return self._keep(self | other)

    def __iand__(self, other):
        return self._keep(self & other)


def _second(pair):
    return pair[1]


class ChainMap:
    """Several dicts seen as one: the first that has a key decides; changes go to the first."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        """The value of a key, or the default."""
        return self[key] if key in self else default

    def _merged(self):
        merged = {}
        for mapping in reversed(self.maps):
            for key in mapping:
                merged[key] = mapping[key]
        return merged

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return '%s(%s)' % (self.__class__.__name__, ', '.join([repr(mapping) for mapping in self.maps]))

    def __eq__(self, other):
        if isinstance(other, (dict, ChainMap)):
            return self._merged() == dict(other.items())
        return NotImplemented

    __hash__ = None

    def keys(self):
        """The keys of all the dicts."""
        return self._merged().keys()

    def values(self):
        """The values that the keys have here."""
        return self._merged().values()

    def items(self):
        """Keys with their values."""
        return self._merged().items()

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """One dict with these keys."""
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        """A new ChainMap with a copy of the first dict."""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """A new ChainMap with a dict in front."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        """A new ChainMap without the first dict."""
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError('Key not found in the first mapping: %r' % (key,))

    def popitem(self):
        """Take the last pair out of the first dict."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def pop(self, key, *args):
        """Take a key out of the first dict."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError('Key not found in the first mapping: %r' % (key,))

    def clear(self):
        """Empty the first dict."""
        self.maps[0].clear()

    def setdefault(self, key, default=None):
        """The value of a key, set in the first dict if it is nowhere."""
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, *args, **kwargs):
        """Change the first dict."""
        self.maps[0].update(*args, **kwargs)
