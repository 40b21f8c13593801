# Twins of attribute access, for classes with a script's descriptors, `__getattr__`, `__setattr__` and the like.
# Native hooks: `_vm.type_lookup(cls, name)`; `_vm.special(obj, name)`; `_vm.generic_getattr(obj, name)` /
# `generic_setattr(obj, name, value)` / `generic_delattr(obj, name)`: object's own `__getattribute__`… (script descriptors
# may make them defer again, to `descriptor_get` and so on); `_vm.instance_dict(obj)`.

from _vm import type_lookup, special, generic_getattr, generic_setattr, generic_delattr

_missing = object()


def attribute(obj, name):
    # obj.name, when the class overrides __getattribute__ or has __getattr__.
    try:
        if type_lookup(type(obj), '__getattribute__') is type_lookup(object, '__getattribute__'):
            return generic_getattr(obj, name)
        return special(obj, '__getattribute__')(name)
    except AttributeError:
        method = special(obj, '__getattr__')
        if method is None:
            raise
        missing = method
    return missing(name)


def getattr3(obj, name, default):
    try:
        return getattr(obj, name)
    except AttributeError:
        return default


def hasattr(obj, name):
    try:
        getattr(obj, name)
    except AttributeError:
        return False
    return True


def set_attribute(obj, name, value):
    special(obj, '__setattr__')(name, value)


def delete_attribute(obj, name):
    special(obj, '__delattr__')(name)


def descriptor_get(descriptor, obj, owner):
    return type_lookup(type(descriptor), '__get__')(descriptor, obj, owner)


def descriptor_set(descriptor, obj, value):
    type_lookup(type(descriptor), '__set__')(descriptor, obj, value)


def descriptor_delete(descriptor, obj):
    type_lookup(type(descriptor), '__delete__')(descriptor, obj)


def dir_of(hook, obj):
    # dir(obj), by its __dir__
    return sorted(hook(obj))


def module_getattr(module, name):
    # A module's own __getattr__ function.
    return module.__dict__['__getattr__'](name)
