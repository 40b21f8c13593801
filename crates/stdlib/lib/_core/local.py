# Accesses to a threading.local by a thread that is new to it, where a script's `__init__` comes first.
# Native hooks: `_vm.begin_local(obj)` -> (args, kwargs); `_vm.forget_local(obj)`; `_vm.generic_getattr generic_setattr generic_delattr`.

from _vm import begin_local, forget_local, generic_getattr, generic_setattr, generic_delattr


def _initialize(self):
    args, kwargs = begin_local(self)
    try:
        type(self).__init__(self, *args, **kwargs)
    except BaseException:
        forget_local(self)
        raise


def load(self, name):
    _initialize(self)
    return generic_getattr(self, name)


def load_any(self, name):
    # For a class with a `__getattr__` of its own.
    _initialize(self)
    return getattr(self, name)


def store(self, name, value):
    _initialize(self)
    generic_setattr(self, name, value)


def delete(self, name):
    _initialize(self)
    generic_delattr(self, name)
