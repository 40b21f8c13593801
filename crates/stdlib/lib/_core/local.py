# threading.local: an object whose attributes are different in each thread.
# Native hooks: `_vm.type_lookup generic_getattr generic_setattr generic_delattr`; `_thread._is_alive(ident)`.

import _thread
from _vm import type_lookup, generic_getattr, generic_setattr

_IMPL = '<local>'


class _local:
    __module__ = '_thread'

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        generic_setattr(self, _IMPL, ({_thread.get_ident(): {}}, args, kwargs))
        return self

    def __getattribute__(self, name):
        attributes = _attributes(self)
        if name == '__dict__':
            return attributes
        found = type_lookup(type(self), name)
        if found is not None and (name not in attributes or _is_data(found)):
            return generic_getattr(self, name)
        if name in attributes:
            return attributes[name]
        if name == '__class__':
            return type(self)
        raise AttributeError("'%s' object has no attribute '%s'" % (_shown(self), name), name=name, obj=self)

    def __setattr__(self, name, value):
        attributes = _attributes(self)
        if name == '__dict__':
            raise _read_only(self)
        if _is_data(type_lookup(type(self), name)):
            generic_setattr(self, name, value)
        else:
            attributes[name] = value

    def __delattr__(self, name):
        attributes = _attributes(self)
        if name == '__dict__':
            raise _read_only(self)
        if name not in attributes:
            raise AttributeError("'%s' object has no attribute '%s'" % (_shown(self), name), name=name, obj=self)
        del attributes[name]


def _attributes(self):
    # The dict of the calling thread; a thread new to the object calls __init__ first.
    dicts, args, kwargs = generic_getattr(self, _IMPL)
    ident = _thread.get_ident()
    attributes = dicts.get(ident)
    if attributes is None:
        if len(dicts) > 64 and len(dicts) > 2 * _thread._count():
            for other in [each for each in dicts if not _thread._is_alive(each)]:
                dicts.pop(other, None)
        attributes = dicts[ident] = {}
        init = type(self).__init__
        if init is not object.__init__:
            init(self, *args, **kwargs)
    return attributes


def _is_data(found):
    return found is not None and hasattr(type(found), '__set__')


def _shown(self):
    return '_thread._local' if type(self) is _local else type(self).__name__


def _read_only(self):
    return AttributeError("'%s' object attribute '__dict__' is read-only" % _shown(self), name='__dict__', obj=self)


_thread._local = _local
