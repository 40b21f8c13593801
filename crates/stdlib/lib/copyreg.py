# copyreg: what pickle and copy ask about classes. No native hooks.

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

# By class, the function that takes an instance apart.
dispatch_table = {}

_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Have instances of a class taken apart by a function."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Check that it can be called."""
    if not callable(object):
        raise TypeError('constructors must be callable')


def _reconstructor(cls, base, state):
    # What protocols 0 and 1 call.
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(obj, state)
    return obj


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    """For classes whose __new__ takes keywords."""
    return cls.__new__(cls, *args, **kwargs)


def _slotnames(cls):
    """The names of all slots of a class and its bases."""
    names = cls.__dict__.get('__slotnames__')
    if names is not None:
        return names
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        if isinstance(slots, str):
            slots = (slots,)
        for name in slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                stripped = base.__name__.lstrip('_')
                names.append('_%s%s' % (stripped, name) if stripped else name)
            else:
                names.append(name)
    return names


# ---- what object.__reduce_ex__ and object.__getstate__ do ----

# The built-in classes whose subclasses can be made anew and filled.
_ORDINARY = (object, list, dict, int, float, str, bytes, tuple)


def _solid_base(cls):
    # The first class of the order that no class statement made.
    for base in cls.__mro__:
        if base.__module__ == 'builtins' or '__module__' not in base.__dict__:
            return base
    return object


def _type_name(cls):
    # Native classes are named with their modules.
    module = cls.__module__
    return cls.__name__ if module == 'builtins' or '__module__' in cls.__dict__ else '%s.%s' % (module, cls.__name__)


def _check(cls):
    if _solid_base(cls) not in _ORDINARY:
        raise TypeError("cannot pickle %r object" % _type_name(cls))


def _default_state(obj):
    """The attributes of an object: its dictionary, or a pair of that and its slots, or None."""
    state = getattr(obj, '__dict__', None) or None
    if state is not None:
        state = dict(state)
    names = _slotnames(type(obj))
    if names:
        slots = {}
        for name in names:
            try:
                slots[name] = getattr(obj, name)
            except AttributeError:
                pass
        if slots:
            return state, slots
    return state


def _state(obj):
    getter = getattr(obj, '__getstate__', None)
    return _default_state(obj) if getter is None else getter()


def _new_arguments(obj):
    # (args, kwargs) for __new__, or None when the class names none.
    cls = type(obj)
    method = getattr(cls, '__getnewargs_ex__', None)
    if method is not None:
        given = method(obj)
        if not isinstance(given, tuple):
            raise TypeError("__getnewargs_ex__ should return a tuple, not '%s'" % type(given).__name__)
        if len(given) != 2:
            raise ValueError('__getnewargs_ex__ should return a tuple of length 2, not %d' % len(given))
        if not isinstance(given[0], tuple):
            raise TypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'"
                            % type(given[0]).__name__)
        if not isinstance(given[1], dict):
            raise TypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'"
                            % type(given[1]).__name__)
        return given
    method = getattr(cls, '__getnewargs__', None)
    if method is not None:
        given = method(obj)
        if not isinstance(given, tuple):
            raise TypeError("__getnewargs__ should return a tuple, not '%s'" % type(given).__name__)
        return given, None
    return None


def _reduce_object(obj, protocol):
    """How object takes an instance apart."""
    cls = type(obj)
    if protocol < 2:
        return _reduce_old(obj)
    given = _new_arguments(obj)
    if given is None and not isinstance(obj, (list, dict)) or _solid_base(cls) is not object:
        _check(cls)
    state = _state(obj)
    listitems = iter(obj) if isinstance(obj, list) else None
    dictitems = iter(obj.items()) if isinstance(obj, dict) else None
    if given is None:
        return __newobj__, (cls,), state, listitems, dictitems
    args, kwargs = given
    if kwargs:
        return __newobj_ex__, (cls, args, kwargs), state, listitems, dictitems
    return __newobj__, (cls, *args), state, listitems, dictitems


def _reduce_old(obj):
    cls = type(obj)
    base = _solid_base(cls)
    if base is object:
        inner = None
    else:
        if base is cls or base not in _ORDINARY:
            raise TypeError('cannot pickle %r object' % _type_name(cls))
        inner = base(obj)
    getter = getattr(obj, '__getstate__', None)
    if getter is not None:
        state = getter()
    elif getattr(obj, '__slots__', None):
        raise TypeError('cannot pickle %r object: a class that defines __slots__ without defining __getstate__ '
                        'cannot be pickled with protocol 0' % cls.__name__)
    else:
        state = getattr(obj, '__dict__', None)
    if state:
        return _reconstructor, (cls, base, inner), state
    return _reconstructor, (cls, base, inner)


# ---- codes for classes, which nobody uses any more ----

def add_extension(module, name, code):
    """Give a global a number."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError('key %s is already registered with code %s' % (key, _extension_registry[key]))
    if code in _inverted_registry:
        raise ValueError('code %s is already in use for key %s' % (code, _inverted_registry[code]))
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Take it away again."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError('key %s is not registered with code %s' % (key, code))
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    """Forget the globals that were found by number."""
    _extension_cache.clear()
