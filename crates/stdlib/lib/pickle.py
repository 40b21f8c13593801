# pickle: objects as bytes, and back. [hidden: native code in CPython] No native hooks; the work is done in `_pickle`.

from _pickle import (PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads,
                     DEFAULT_PROTOCOL, HIGHEST_PROTOCOL)
from copyreg import dispatch_table

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads',
           'DEFAULT_PROTOCOL', 'HIGHEST_PROTOCOL']

format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']
bytes_types = (bytes, bytearray)
_Pickler = Pickler
_Unpickler = Unpickler


def encode_long(x):
    """An int as bytes: two's complement, the lowest byte first."""
    from _pickle.numbers import long_bytes
    return long_bytes(x) if x else b''


def decode_long(data):
    """The int of such bytes."""
    return int.from_bytes(data, 'little', signed=True)


def whichmodule(obj, name):
    """The module in which an object is found under a name."""
    from _pickle.globals import which_module
    return which_module(obj, name)
