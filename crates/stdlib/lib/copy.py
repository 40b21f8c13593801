# copy: shallow and deep copies. No native hooks.

from copyreg import dispatch_table

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    """Something that cannot be copied."""


error = Error

_ATOMS = (type(None), int, float, bool, str, bytes, type, range, type(Ellipsis), type(NotImplemented), slice,
          type(len), type(lambda: 0), property)


def _is_atom(x):
    return isinstance(x, type) or type(x) in _ATOMS


def copy(x):
    """A new object with the same content."""
    cls = type(x)
    if _is_atom(x) or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set):
        return x.copy()
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    reduced = _reduced(x, cls)
    if reduced is not None:
        return x if isinstance(reduced, str) else _reconstruct(x, None, *reduced)
    new = _empty_like(x, cls)
    if isinstance(x, dict):
        dict.update(new, x)
    elif isinstance(x, list):
        list.extend(new, x)
    elif isinstance(x, set):
        set.update(new, x)
    _give_state(x, new, lambda state: state)
    return new


def deepcopy(x, memo=None, _nil=[]):
    """A new object whose content is copied too, each object once."""
    if _is_atom(x):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    cls = type(x)
    if cls is list:
        y = []
        memo[id(x)] = y
        for item in x:
            y.append(deepcopy(item, memo))
        return y
    if cls is dict:
        y = {}
        memo[id(x)] = y
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
        return y
    y = _deep(x, cls, memo)
    if y is not x:
        memo[id(x)] = y
        # Keep what was copied alive, so that its id stays its own.
        memo.setdefault(id(memo), []).append(x)
    return y


def _deep(x, cls, memo):
    if cls is tuple:
        y = [deepcopy(item, memo) for item in x]
        # A tuple that holds itself, through a list, may have been copied meanwhile.
        if id(x) in memo:
            return memo[id(x)]
        for a, b in zip(x, y):
            if a is not b:
                return tuple(y)
        return x
    if cls is set:
        return {deepcopy(item, memo) for item in x}
    if cls is frozenset:
        return frozenset([deepcopy(item, memo) for item in x])
    method = getattr(x, '__deepcopy__', None)
    if method is not None:
        return method(memo)
    reduced = _reduced(x, cls)
    if reduced is not None:
        return x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if cls.__name__ in ('module', 'lock', 'RLock', 'generator'):
        raise TypeError("cannot pickle %r object" % (cls.__name__ if cls.__name__ in ('module', 'generator')
                                                     else '_thread.' + cls.__name__))
    if isinstance(x, BaseException):
        y = cls(*deepcopy(x.args, memo))
    elif isinstance(x, tuple):
        y = cls.__new__(cls, *[deepcopy(item, memo) for item in x])
    else:
        y = _empty_like(x, cls)
    memo[id(x)] = y
    if isinstance(x, dict):
        for key, value in x.items():
            dict.__setitem__(y, deepcopy(key, memo), deepcopy(value, memo))
    elif isinstance(x, list):
        for item in x:
            list.append(y, deepcopy(item, memo))
    elif isinstance(x, set):
        for item in x:
            set.add(y, deepcopy(item, memo))
    elif cls.__name__ == 'deque':
        for item in x:
            y.append(deepcopy(item, memo))
    _give_state(x, y, lambda state: deepcopy(state, memo))
    return y


def _reduced(x, cls):
    # How the class takes its instances apart, if it says so.
    function = dispatch_table.get(cls)
    if function is not None:
        return function(x)
    method = getattr(cls, '__reduce_ex__', None)
    if method is not None:
        return method(x, 4)
    method = getattr(cls, '__reduce__', None)
    return None if method is None else method(x)


def _reconstruct(x, memo, function, args, state=None, items=None, pairs=None, setter=None):
    # Deeply, unless memo is None.
    if memo is None:
        y = function(*args)
    else:
        y = function(*[deepcopy(arg, memo) for arg in args])
        memo[id(x)] = y
        if state is not None:
            state = deepcopy(state, memo)
    if setter is not None:
        setter(y, state)
    elif state is not None:
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
            if attributes is not None:
                y.__dict__.update(attributes)
            for name, value in (slots or {}).items():
                setattr(y, name, value)
    for item in items or ():
        y.append(item if memo is None else deepcopy(item, memo))
    for key, value in pairs or ():
        y[key if memo is None else deepcopy(key, memo)] = value if memo is None else deepcopy(value, memo)
    return y


def _empty_like(x, cls):
    # An object of the class that __init__ has not seen.
    if cls.__name__ == 'deque':
        return cls(maxlen=x.maxlen)
    arguments = getattr(x, '__getnewargs__', None)
    if arguments is not None:
        return cls.__new__(cls, *arguments())
    for base in (int, float, str, bytes, tuple, frozenset):
        if isinstance(x, base):
            return cls.__new__(cls, x)
    return cls.__new__(cls)


def _give_state(x, y, convert):
    getter = getattr(type(x), '__getstate__', None)
    if getter is not None and getter is not getattr(object, '__getstate__', None):
        state = convert(getter(x))
        setter = getattr(y, '__setstate__', None)
        if setter is not None:
            setter(state)
            return
        if isinstance(state, dict):
            y.__dict__.update(state)
        return
    state = getattr(x, '__dict__', None)
    if state:
        state = convert(dict(state))
        setter = getattr(y, '__setstate__', None)
        if setter is not None:
            setter(state)
        else:
            y.__dict__.update(state)
    for name in _slots(type(x)):
        if hasattr(x, name):
            setattr(y, name, convert(getattr(x, name)))


def _slots(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name not in ('__dict__', '__weakref__'):
                if name.startswith('__') and not name.endswith('__'):
                    name = '_%s%s' % (base.__name__.lstrip('_'), name)
                names.append(name)
    return names


def replace(obj, /, **changes):
    """A copy with other values in some fields, by __replace__."""
    method = getattr(obj.__class__, '__replace__', None)
    if method is None:
        raise TypeError('replace() does not support %s objects' % obj.__class__.__name__)
    return method(obj, **changes)
