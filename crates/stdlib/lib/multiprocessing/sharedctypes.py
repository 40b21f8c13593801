# multiprocessing.sharedctypes: numbers in memory that processes share. Native hooks: `_multiprocessing.Block`.

import math
from _multiprocessing import Block
from multiprocessing.synchronize import RLock, _only_inherited
from operator import index

__all__ = ['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']

# By type code: the name in C, and how many bits an integer has, negative if it has a sign; None is another kind.
_TYPES = {'b': ('c_byte', -8), 'B': ('c_ubyte', 8), 'h': ('c_short', -16), 'H': ('c_ushort', 16), 'i': ('c_int', -32),
          'I': ('c_uint', 32), 'l': ('c_long', -64), 'L': ('c_ulong', 64), 'q': ('c_long', -64), 'Q': ('c_ulong', 64),
          '?': ('c_bool', None), 'c': ('c_char', None), 'u': ('c_wchar', None), 'f': ('c_float', None), 'd': ('c_double', None)}


def _single(x):
    # The float of 32 bits that is nearest.
    if x == 0 or x != x or math.isinf(x):
        return x
    mantissa, exponent = math.frexp(x)
    bits = 24 if exponent > -126 else 24 - (-125 - exponent)
    if bits < 0:
        return math.copysign(0.0, x)
    result = math.ldexp(float(round(math.ldexp(mantissa, bits))), exponent - bits)
    return math.copysign(math.inf, x) if abs(result) > 3.4028234663852886e+38 else result


def _real(value):
    if isinstance(value, str) or not hasattr(value, '__float__') and not hasattr(value, '__index__'):
        raise TypeError('must be real number, not %s' % type(value).__name__)
    return float(value)


def _char(value):
    if isinstance(value, (bytes, bytearray)) and len(value) == 1:
        return value[0]
    if isinstance(value, int) and 0 <= value < 256:
        return value
    raise TypeError('one character bytes, bytearray, or an integer in range(256) expected')


def _wide(value):
    if not isinstance(value, str):
        raise TypeError('unicode string expected instead of %s instance' % type(value).__name__)
    if len(value) != 1:
        raise TypeError('one character unicode string expected')
    return ord(value)


def _integer(bits):
    # Integers are kept with a sign, whatever is shown: a cell has 64 bits.
    width = min(abs(bits), 64)
    half, all_bits = 1 << width - 1, (1 << width) - 1

    def store(value):
        if type(value) is not int:
            value = index(value)
        return (value + half & all_bits) - half

    if bits < 0:
        return store, None
    return store, lambda number: number & all_bits


def _codec(typecode):
    # How a value is made a number of a cell, and back (None: as it is).
    typecode = getattr(typecode, '_type_', typecode)
    kind = _TYPES.get(typecode) if isinstance(typecode, str) else None
    if kind is None:
        raise TypeError('this type has no size')
    name, bits = kind
    if bits is not None:
        return name, *_integer(bits)
    if typecode == '?':
        return name, lambda value: 1 if value else 0, bool
    if typecode == 'c':
        return name, _char, lambda number: bytes((number,))
    if typecode == 'u':
        return name, _wide, chr
    return name, (_real if typecode == 'd' else lambda value: _single(_real(value))), (float)


class _Value:
    """A number in shared memory."""

    def __init__(self, typecode, args):
        self._name, self._store, self._show = _codec(typecode)
        if len(args) > 1:
            raise TypeError('__init__ expected at most 1 argument, got %d' % len(args))
        self._block = Block(1)
        if args:
            self.value = args[0]

    @property
    def value(self):
        number = self._block.get(0)
        return number if self._show is None else self._show(number)

    @value.setter
    def value(self, value):
        self._block.set(0, self._store(value))

    def __repr__(self):
        return '%s(%r)' % (self._name, self.value)

    def __reduce__(self):
        _only_inherited(self)


class _Array:
    """A row of numbers in shared memory."""

    def __init__(self, length, store, show):
        self._block = Block(length)
        self._store = store
        self._show = show

    def __len__(self):
        return len(self._block)

    def _at(self, i):
        if type(i) is not int:
            if not hasattr(i, '__index__'):
                raise TypeError('indices must be integers')
            i = index(i)
        if i < 0:
            i += len(self._block)
        if not 0 <= i < len(self._block):
            raise IndexError('invalid index')
        return i

    def _shown(self, numbers):
        return numbers if self._show is None else [self._show(number) for number in numbers]

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._joined(self._shown([self._block.get(n) for n in range(*i.indices(len(self)))]))
        number = self._block.get(self._at(i))
        return number if self._show is None else self._show(number)

    def _joined(self, items):
        return items

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            places = range(*i.indices(len(self)))
            if len(value) != len(places):
                raise ValueError('Can only assign sequence of same size')
            for n, item in zip(places, value):
                self._block.set(n, self._store(item))
        else:
            self._block.set(self._at(i), self._store(value))

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def __reduce__(self):
        _only_inherited(self)


class _CharArray(_Array):
    """A row of bytes, with the text that they are."""

    def _joined(self, items):
        return b''.join(items)

    @property
    def raw(self):
        return self[:]

    @raw.setter
    def raw(self, value):
        if len(value) > len(self):
            raise ValueError('byte string too long')
        self[:len(value)] = value

    @property
    def value(self):
        return self.raw.split(b'\0')[0]

    @value.setter
    def value(self, value):
        if not isinstance(value, bytes):
            raise TypeError("bytes expected instead of %s instance" % type(value).__name__)
        if len(value) > len(self):
            raise ValueError('byte string too long')
        self[:len(value)] = value
        if len(value) < len(self):
            self[len(value)] = 0


class _WideArray(_Array):
    """A row of characters, with the text that they are."""

    def _joined(self, items):
        return ''.join(items)

    @property
    def value(self):
        return self[:].split('\0')[0]

    @value.setter
    def value(self, value):
        if len(value) > len(self):
            raise ValueError('string too long')
        self[:len(value)] = value
        if len(value) < len(self):
            self[len(value)] = '\0'


def RawValue(typecode_or_type, *args):
    """A number in shared memory, without a lock."""
    return _Value(typecode_or_type, args)


def RawArray(typecode_or_type, size_or_initializer):
    """Numbers in shared memory, without a lock."""
    name, store, show = _codec(typecode_or_type)
    initial = ()
    if isinstance(size_or_initializer, int):
        length = size_or_initializer
        if length < 0:
            raise ValueError('Array length must be >= 0')
    else:
        length = len(size_or_initializer)
        initial = size_or_initializer
    base = {'c_char': _CharArray, 'c_wchar': _WideArray}.get(name, _Array)
    cls = type('%s_Array_%d' % (name, length), (base,), {'__module__': __name__})
    array = cls(length, store, show)
    for i, item in enumerate(initial):
        array._block.set(i, store(item))
    return array


def _with_lock(obj, lock):
    if lock is False:
        return obj
    if lock is True or lock is None:
        lock = RLock()
    if not hasattr(lock, 'acquire'):
        raise AttributeError('%r has no method %r' % (lock, 'acquire'))
    return synchronized(obj, lock)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A number in shared memory, with a lock unless told otherwise."""
    return _with_lock(RawValue(typecode_or_type, *args), lock)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Numbers in shared memory, with a lock unless told otherwise."""
    return _with_lock(RawArray(typecode_or_type, size_or_initializer), lock)


def copy(obj):
    """A copy of a shared number or row, without a lock."""
    if isinstance(obj, SynchronizedBase):
        obj = obj._obj
    new = object.__new__(type(obj))
    new.__dict__.update(obj.__dict__)
    new._block = Block(len(obj._block))
    for i in range(len(obj._block)):
        new._block.set(i, obj._block.get(i))
    return new


def synchronized(obj, lock=None, ctx=None):
    """A shared number or row, with a lock."""
    cls = Synchronized if isinstance(obj, _Value) else SynchronizedString if isinstance(obj, _CharArray) \
        else SynchronizedArray
    return cls(obj, lock or RLock())


class SynchronizedBase:
    """A shared number or row, with a lock that is held during each access."""

    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __reduce__(self):
        _only_inherited(self)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def get_obj(self):
        """What the lock guards."""
        return self._obj

    def get_lock(self):
        """The lock."""
        return self._lock

    def __repr__(self):
        return '<%s wrapper for %s>' % (type(self).__name__, self._obj)


class Synchronized(SynchronizedBase):
    """A shared number, with a lock."""

    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


class SynchronizedArray(SynchronizedBase):
    """A row of shared numbers, with a lock."""

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        with self._lock:
            return self._obj[i]

    def __setitem__(self, i, value):
        with self._lock:
            self._obj[i] = value

    def __getslice__(self, start, stop):
        return self[start:stop]

    def __iter__(self):
        for i in range(len(self._obj)):
            yield self[i]


class SynchronizedString(SynchronizedArray):
    """A shared text, with a lock."""

    value = Synchronized.value

    @property
    def raw(self):
        with self._lock:
            return self._obj.raw

    @raw.setter
    def raw(self, value):
        with self._lock:
            self._obj.raw = value
