# _pickle.reduce: how the built-in classes and those of the library are taken apart. [hidden: native code in CPython]
# No native hooks.

from copyreg import __newobj__, _state


def _reduce_range(obj):
    return range, (obj.start, obj.stop, obj.step)


def _reduce_slice(obj):
    return slice, (obj.start, obj.stop, obj.step)


def _reduce_complex(obj):
    return complex, (obj.real, obj.imag)


def _reduce_collection(obj):
    # A subclass of set, frozenset or bytearray.
    if isinstance(obj, bytearray):
        return type(obj), (bytes(obj),) if obj else (), _state(obj)
    return type(obj), (list(obj),), _state(obj)


def reduce_exception(obj):
    """An exception is made anew of its arguments, and has its attributes."""
    own, kept = (), ()
    for kind, its_own, its_kept in _ATTRIBUTES:
        if isinstance(obj, kind):
            own, kept = its_own, its_kept
            break
    state = {name: value for name, value in obj.__dict__.items() if name not in own or name in kept and value is not None}
    args = obj.args
    if isinstance(obj, AttributeError) and state:
        state['args'] = args
    elif isinstance(obj, OSError) and len(args) == 2 and obj.filename is not None:
        args = (*args, obj.filename)
    elif isinstance(obj, BaseExceptionGroup):
        args = (obj.message, list(obj.exceptions))
    return (type(obj), args, state) if state else (type(obj), args)


# Built-in exceptions with attributes that are not in their dictionaries in CPython, as they come of the arguments; and those
# of them that are kept nevertheless.
_ATTRIBUTES = (
    (OSError, ('errno', 'strerror', 'filename', 'filename2'), ()),
    (ImportError, ('name', 'path', 'msg'), ('name', 'path')),
    (AttributeError, ('name', 'obj'), ('name',)),
    (NameError, ('name',), ()),
    (StopIteration, ('value',), ()),
    (SystemExit, ('code',), ()),
    (BaseExceptionGroup, ('message', 'exceptions'), ()),
    (SyntaxError, ('msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'print_file_and_line'), ()),
    (UnicodeError, ('encoding', 'object', 'start', 'end', 'reason'), ()),
)


def _reduce_method(obj):
    return getattr, (obj.__self__, obj.__func__.__name__)


def _reduce_native(obj):
    # A function of a module, or the method of an object.
    if obj.__qualname__ == obj.__name__:
        return obj.__name__
    return getattr, (obj.__self__, obj.__name__)


def _reduce_descriptor(obj):
    import builtins
    owner = getattr(obj, '__objclass__', None) or getattr(builtins, obj.__qualname__.partition('.')[0])
    return getattr, (owner, obj.__name__)


def _reduce_named(name):
    return lambda obj: name


def _refuse(text):
    def reduce(obj):
        raise TypeError(text)
    return reduce


def _table():
    # Classes that have no name of their own are found by an instance.
    function = lambda: 0
    table = {
        range: _reduce_range, slice: _reduce_slice, complex: _reduce_complex, set: _reduce_collection,
        type(Ellipsis): _reduce_named('Ellipsis'), type(NotImplemented): _reduce_named('NotImplemented'),
        type([].append): _reduce_native, type(str.upper): _reduce_descriptor, type(object.__init__): _reduce_descriptor,
        type(function.__code__): _refuse('cannot pickle code objects'),
        type(_Class().method): _reduce_method,
    }
    return table


class _Class:
    def method(self):
        pass


def _reduce_deque(obj):
    args = () if obj.maxlen is None else ((), obj.maxlen)
    return type(obj), args, _state(obj), iter(obj)


def _reduce_generic_alias(obj):
    from types import GenericAlias
    return GenericAlias, (obj.__origin__, obj.__args__)


def _add_library(table):
    from _collections import deque
    table[deque] = _reduce_deque
    table[type(list[int])] = _reduce_generic_alias


REDUCERS = _table()
_add_library(REDUCERS)
