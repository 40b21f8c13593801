# _pickle: what pickle is made of. [hidden: native code in CPython] Native hooks: `_plain_pickle`.

from copyreg import _extension_registry, _inverted_registry
from _plain_pickle import dumps as _plain_dumps, loads as _plain_loads
from _pickle.errors import PickleError, PicklingError, UnpicklingError
from _pickle.pickler import Pickler, DEFAULT_PROTOCOL, HIGHEST_PROTOCOL
from _pickle.unpickler import Unpickler
from _pickle.globals import find_class, place_of

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


# Plain data is done natively; a function or class in it is found here, at most so many of them.
_MOST_PLACES = 8


def _dumps_plainly(obj):
    # None where the data is not plain.
    places = []
    for _ in range(_MOST_PLACES):
        data = _plain_dumps(obj, places)
        if type(data) is not tuple:
            return data
        found = data[0]
        kind = type(found)
        if kind is _Function or kind is type and found not in _NAMELESS:
            places += [found, *place_of(found)]
        elif kind is _Native and found.__qualname__ == found.__name__:
            places += [found, *place_of(found, found.__name__)]
        else:
            return None
    return None


def _loads_plainly(data):
    # A list of the object, or None.
    places = []
    for _ in range(_MOST_PLACES):
        result = _plain_loads(data, places)
        if type(result) is not tuple:
            return result
        module, name = result
        places += [module, name, find_class(module, name, 4, False)]
    return None


_Function = type(lambda: 0)
_Native = type(len)
_NAMELESS = (type(None), type(...), type(NotImplemented))


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write an object to a binary file."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """An object as bytes."""
    if (protocol is None or protocol == 4) and buffer_callback is None and not _extension_registry:
        data = _dumps_plainly(obj)
        if data is not None:
            return data
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
    if not _inverted_registry:
        result = _loads_plainly(data)
        if result is not None:
            return result[0]
    return Unpickler(_Source(data), fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()
