# _pickle.errors: what goes wrong. [hidden: native code in CPython] No native hooks.


class PickleError(Exception):
    """Something went wrong between objects and bytes."""

    __module__ = '_pickle'


class PicklingError(PickleError):
    """An object that cannot be made bytes."""

    __module__ = '_pickle'


class UnpicklingError(PickleError):
    """Bytes that are no object."""

    __module__ = '_pickle'
