# Twins of class creation, calls of classes, isinstance and issubclass.
# Native hooks: `_vm.special`, `_vm.type_lookup`; `_vm.run_class_body(func, namespace)` (run a class body with that mapping as its
# locals; returns its `__class__` cell or None); `_vm.make_type(meta, name, bases, namespace)` (type.__new__ without calling
# `__set_name__` and `__init_subclass__`); `_vm.plain_isinstance(obj, cls)` and `_vm.plain_issubclass(cls, other)` (by MRO alone, with
# the TypeErrors of wrong arguments; unions and aliases handled); `_vm.best_metaclass(meta, bases)` (or the metaclass-conflict error).

import sys

from _vm import builtin_base, filled_by_init, wrap, special, type_lookup, run_class_body, make_type, plain_isinstance, plain_issubclass, best_metaclass


def build_class(func, name, /, *bases, metaclass=None, **kwds):
    original = bases
    bases = resolve_bases(bases)
    meta = metaclass
    if meta is None:
        meta = type(bases[0]) if bases else type
    if plain_isinstance(meta, type):
        meta = best_metaclass(meta, bases)
    prepare = getattr(meta, '__prepare__', None)
    namespace = prepare(name, bases, **kwds) if prepare is not None else {}
    if not hasattr(namespace, '__getitem__'):
        raise TypeError('%s.__prepare__() must return a mapping, not %s'
                        % (meta.__name__ if plain_isinstance(meta, type) else '<metaclass>', type(namespace).__name__))
    if bases is not original:
        namespace['__orig_bases__'] = original
    run_class_body(func, namespace)
    return meta(name, bases, namespace, **kwds)


def resolve_bases(bases):
    # A base that is no class may name the classes to use instead (typing.NamedTuple, Generic[T]).
    resolved = []
    changed = False
    for base in bases:
        if not plain_isinstance(base, type):
            entries = getattr(base, '__mro_entries__', None)
            if entries is not None:
                resolved.extend(entries(bases))
                changed = True
                continue
        resolved.append(base)
    return tuple(resolved) if changed else bases


def type_new(meta, name, bases=(), namespace=None, /, **kwds):
    if namespace is not None and '__module__' not in namespace:
        # A class made by a call is of the module that made it.
        namespace = {**namespace, '__module__': sys._getframe(0).f_globals.get('__name__')}
    cls = make_type(meta, name, bases, {} if namespace is None else namespace)
    for key, value in list((namespace or {}).items()):
        method = type_lookup(type(value), '__set_name__')
        if method is not None:
            try:
                method(value, cls, key)
            except Exception as error:
                error.add_note("Error calling __set_name__ on '%s' instance '%s' in '%s'"
                               % (type(value).__name__, key, name))
                raise
    super(cls, cls).__init_subclass__(**kwds)
    return cls


def type_call(cls, /, *args, **kwargs):
    obj = cls.__new__(cls, *args, **kwargs)
    if plain_isinstance(obj, cls):
        init = type_lookup(type(obj), '__init__')
        result = init(obj, *args, **kwargs)
        if result is not None:
            raise TypeError("__init__() should return None, not '%s'" % type(result).__name__)
    return obj


def isinstance(obj, cls):
    if type(obj) is cls:
        return True
    if type(cls) is tuple:
        for one in cls:
            if isinstance(obj, one):
                return True
        return False
    if type(cls) is not type:
        method = special(cls, '__instancecheck__')
        if method is not None:
            return bool(method(obj))
    return plain_isinstance(obj, cls)


def issubclass(cls, other):
    if type(other) is tuple:
        for one in other:
            if issubclass(cls, one):
                return True
        return False
    if type(other) is not type:
        method = special(other, '__subclasscheck__')
        if method is not None:
            return bool(method(cls))
    return plain_issubclass(cls, other)


def callable_call(obj, /, *args, **kwargs):
    # obj(...) through a script's __call__.
    method = special(obj, '__call__')
    if method is None:
        raise TypeError("'%s' object is not callable" % type(obj).__name__)
    return method(*args, **kwargs)


def builtin_new(cls, /, *args, **kwargs):
    # __new__ of a class that extends a built-in type: a value of that type, in an instance of the class.
    base = builtin_base(cls)
    if filled_by_init(base):
        return wrap(cls, base())
    return wrap(cls, base(*args, **kwargs))
