# Twins of iter, next and reversed, for objects with a script's dunder methods.
# Native hooks: `_vm.special(obj, name)` (method found on the type, bound; None if absent or None).

from _vm import special, set_iterator_type
from _core.iterate import callable_iter, getitem_iter, reversed_iter

_missing = object()


def iter(obj, sentinel=_missing):
    if sentinel is not _missing:
        if not callable(obj):
            raise TypeError('iter(v, w): v must be callable')
        return set_iterator_type(callable_iter(obj, sentinel), 'callable_iterator')
    method = special(obj, '__iter__')
    if method is None:
        if hasattr(type(obj), '__iter__') or special(obj, '__getitem__') is None:
            raise TypeError("'%s' object is not iterable" % type(obj).__name__)
        return set_iterator_type(getitem_iter(obj), 'iterator')
    result = method()
    if special(result, '__next__') is None:
        raise TypeError("iter() returned non-iterator of type '%s'" % type(result).__name__)
    return result


def next(iterator, default=_missing):
    method = special(iterator, '__next__')
    if method is None:
        raise TypeError("'%s' object is not an iterator" % type(iterator).__name__)
    if default is _missing:
        return method()
    try:
        return method()
    except StopIteration:
        return default


def reversed(sequence):
    method = special(sequence, '__reversed__')
    if method is not None:
        return method()
    if special(sequence, '__getitem__') is None or special(sequence, '__len__') is None:
        raise TypeError("'%s' object is not reversible" % type(sequence).__name__)
    return set_iterator_type(reversed_iter(sequence), 'reversed')
