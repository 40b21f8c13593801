# _pickle: what pickle is made of. [hidden: native code in CPython] No native hooks.

from _pickle.errors import PickleError, PicklingError, UnpicklingError
from _pickle.pickler import Pickler, DEFAULT_PROTOCOL, HIGHEST_PROTOCOL
from _pickle.unpickler import Unpickler

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads',
           'DEFAULT_PROTOCOL', 'HIGHEST_PROTOCOL']


class _Sink:
    """Keeps what a pickler writes."""

    data = b''

    def write(self, data):
        self.data = data


class _Source:
    """Bytes that an unpickler reads."""

    def __init__(self, data):
        self._data = data
        self._at = 0

    def read(self, count):
        at = self._at
        self._at = at + count
        return self._data[at:at + count]

    def readline(self):
        at = self._at
        end = self._data.find(b'\n', at) + 1
        self._at = end or len(self._data)
        return self._data[at:self._at]


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write an object to a binary file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """An object as bytes."""
    sink = _Sink()
    Pickler(sink, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return sink.data


def load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()):
    """The next object of a binary file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()):
    """The object that bytes stand for."""
    if not isinstance(data, bytes):
        if not isinstance(data, bytearray):
            raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__)
        data = bytes(data)
    return Unpickler(_Source(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()
