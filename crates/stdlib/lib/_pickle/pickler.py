# _pickle.pickler: objects become bytes. [hidden: native code in CPython]
# No native hooks. The format: CPython 3.13, Lib/pickletools.py; frames and batches as Modules/_pickle.c makes them.

from itertools import islice
from copyreg import _extension_registry, _reduce_object, dispatch_table as _copyreg_table
from _pickle.errors import PicklingError
from _pickle.globals import place_of, OLD_MODULES, OLD_NAMES
from _pickle.reduce import REDUCERS, reduce_exception
from functools import partial

DEFAULT_PROTOCOL = 4
HIGHEST_PROTOCOL = 5
_BATCH = 1000
_FRAME_TARGET = 64 * 1024
_FRAME_HEADER = 9
_FRAME_MINIMUM = 4


def float_bytes(x):
    """A float as the 8 bytes of IEEE 754, the highest first."""
    if x != x:
        return b'\x7f\xf8\0\0\0\0\0\0'
    text = x.hex()
    sign = 1 << 63 if text[0] == '-' else 0
    if text[-1] == 'f':
        return (sign | 0x7ff << 52).to_bytes(8, 'big')
    mantissa, exponent = text.lstrip('-')[2:].split('p')
    fraction = int((mantissa[2:] + '0' * 13)[:13], 16)
    biased = int(exponent) + 1023 if mantissa[0] == '1' else 0
    return (sign | biased << 52 | fraction).to_bytes(8, 'big')


def long_bytes(x):
    """An int as bytes: two's complement, the lowest byte first."""
    count = (x.bit_length() >> 3) + 1
    data = x.to_bytes(count, 'little', signed=True)
    if x < 0 and count > 1 and data[-1] == 0xff and data[-2] & 0x80:
        return data[:-1]
    return data


class Pickler:
    """Writes objects to a file; an object that comes again is written as a reference to the first time."""

    __module__ = '_pickle'

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        elif protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError('pickle protocol must be <= %d' % HIGHEST_PROTOCOL)
        if buffer_callback is not None and protocol < 5:
            raise ValueError('buffer_callback needs protocol >= 5')
        self._write = getattr(file, 'write', None)
        if self._write is None:
            raise TypeError("file must have a 'write' attribute")
        self.proto = protocol
        self.bin = protocol > 0
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        # By id: the number of the object, and the object, which has to live as long as its id is in use.
        self.memo = {}
        cls = type(self)
        self._table = getattr(self, 'dispatch_table', _copyreg_table)
        self._persistent = getattr(self, 'persistent_id', None)
        self._override = getattr(self, 'reducer_override', None)
        # Subclasses of Pickler look at each object first, so nothing is skipped there.
        self._plain = self._persistent is None

    def clear_memo(self):
        """Forget what has been written."""
        self.memo.clear()

    def dump(self, obj):
        """Write an object."""
        self._out = out = bytearray()
        self._frame = -1
        if self.proto >= 2:
            out += b'\x80%c' % self.proto
        self._framing = self.proto >= 4
        if self._framing:
            self._begin_frame()
        try:
            self.save(obj)
            self._out += b'.'
            if self._framing:
                self._end_frame()
            data = bytes(self._out)
        finally:
            self._out = None
        self._write(data)

    # ---- frames: pieces of some 64 KiB, of which a reader reads each at once ----

    def _begin_frame(self):
        self._frame = len(self._out)
        self._out += b'\x95\0\0\0\0\0\0\0\0'

    def _end_frame(self):
        out = self._out
        begin = self._frame
        if begin < 0:
            return
        length = len(out) - begin - _FRAME_HEADER
        if length >= _FRAME_MINIMUM:
            out[begin + 1:begin + _FRAME_HEADER] = length.to_bytes(8, 'little')
        else:
            del out[begin:begin + _FRAME_HEADER]
        self._frame = -1

    def _check_frame(self):
        if self._framing:
            if self._frame < 0:
                self._begin_frame()
            elif len(self._out) - self._frame - _FRAME_HEADER >= _FRAME_TARGET:
                self._end_frame()
                self._begin_frame()

    def _put_bytes(self, header, data):
        if len(data) < _FRAME_TARGET or not self._framing:
            self._out += header
            self._out += data
            return
        # Large ones stand between the frames.
        self._end_frame()
        self._out += header
        self._out += data
        self._begin_frame()

    # ---- one object ----

    def save(self, obj):
        """Write one object, in the midst of others."""
        if len(self._out) - self._frame >= _FRAME_TARGET:
            self._check_frame()
        if not self._plain:
            name = self._persistent(obj)
            if name is not None:
                self._save_persistent(name)
                return
        cls = type(obj)
        method = _SAVERS.get(cls)
        if method is not None:
            method(self, obj)
            return
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        self._save_other(obj, cls)

    def _save_other(self, obj, cls):
        reduced = NotImplemented
        if self._override is not None:
            reduced = self._override(obj)
        if reduced is NotImplemented:
            function = self._table.get(cls)
            if function is not None:
                reduced = function(obj)
            elif isinstance(obj, type):
                self._save_class(obj)
                return
            elif cls is _Function:
                self._save_global(obj)
                return
            else:
                reduced = reduce(obj, cls, self.proto)
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError('__reduce__ must return a string or tuple')
        self._save_reduced(reduced, obj)

    def _save_persistent(self, name):
        if self.bin:
            plain, self._plain = self._plain, True
            try:
                self.save(name)
            finally:
                self._plain = plain
            self._out += b'Q'
        else:
            self._out += b'P' + str(name).encode('ascii') + b'\n'

    def _put(self, obj):
        # What was written last gets the next number.
        if self.fast:
            return
        memo = self.memo
        number = len(memo)
        memo[id(obj)] = (number, obj)
        if self.proto >= 4:
            self._out += b'\x94'
        elif not self.bin:
            self._out += b'p%d\n' % number
        elif number < 256:
            self._out += b'q%c' % number
        else:
            self._out += b'r' + number.to_bytes(4, 'little')

    def _get(self, number):
        if not self.bin:
            self._out += b'g%d\n' % number
        elif number < 256:
            self._out += b'h%c' % number
        else:
            self._out += b'j' + number.to_bytes(4, 'little')

    # ---- atoms ----

    def _save_none(self, obj):
        self._out += b'N'

    def _save_bool(self, obj):
        if self.proto >= 2:
            self._out += b'\x88' if obj else b'\x89'
        else:
            self._out += b'I01\n' if obj else b'I00\n'

    def _save_int(self, obj):
        if not self.bin:
            self._out += b'I%d\n' % obj if -1 << 31 <= obj < 1 << 31 else b'L%dL\n' % obj
        elif 0 <= obj < 256:
            self._out += b'K%c' % obj
        elif 0 <= obj < 65536:
            self._out += b'M' + obj.to_bytes(2, 'little')
        elif -1 << 31 <= obj < 1 << 31:
            self._out += b'J' + obj.to_bytes(4, 'little', signed=True)
        elif self.proto < 2:
            self._out += b'L%dL\n' % obj
        else:
            data = long_bytes(obj)
            if len(data) < 256:
                self._out += b'\x8a%c' % len(data) + data
            else:
                self._put_bytes(b'\x8b' + len(data).to_bytes(4, 'little'), data)

    def _save_float(self, obj):
        if self.bin:
            self._out += b'G' + float_bytes(obj)
        else:
            self._out += b'F' + repr(obj).encode('ascii') + b'\n'

    # ---- text and bytes ----

    def _save_str(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        if self.bin:
            data = obj.encode('utf-8', 'surrogatepass')
            count = len(data)
            if count < 256 and self.proto >= 4:
                out = self._out
                out += b'\x8c%c' % count
                out += data
            elif count >= 1 << 32 and self.proto >= 4:
                self._put_bytes(b'\x8d' + count.to_bytes(8, 'little'), data)
            else:
                self._put_bytes(b'X' + count.to_bytes(4, 'little'), data)
        else:
            text = obj.replace('\\', '\\u005c').replace('\0', '\\u0000').replace('\n', '\\u000a')
            text = text.replace('\r', '\\u000d').replace('\x1a', '\\u001a')
            self._out += b'V' + b''.join([_escaped(char) for char in text]) + b'\n'
        self._put(obj)

    def _save_bytes(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
        elif self.proto < 3:
            if obj:
                from _codecs import encode
                self._save_reduced((encode, (obj.decode('latin-1'), 'latin1')), obj)
            else:
                self._save_reduced((bytes, ()), obj)
        else:
            count = len(obj)
            if count < 256:
                self._put_bytes(b'C%c' % count, obj)
            elif count >= 1 << 32 and self.proto >= 4:
                self._put_bytes(b'\x8e' + count.to_bytes(8, 'little'), obj)
            else:
                self._put_bytes(b'B' + count.to_bytes(4, 'little'), obj)
            self._put(obj)

    def _save_bytearray(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
        elif self.proto >= 5:
            self._put_bytes(b'\x96' + len(obj).to_bytes(8, 'little'), bytes(obj))
            self._put(obj)
        elif not obj:
            self._save_reduced((bytearray, ()), obj)
        else:
            self._save_reduced((bytearray, (bytes(obj),)), obj)

    # ---- containers ----

    def _save_tuple(self, obj):
        memo = self.memo
        count = len(obj)
        if not count:
            if self.bin:
                self._out += b')'
                return
            known = memo.get(id(obj))
            if known is not None:
                self._get(known[0])
            else:
                self._out += b'(t'
                self._put(obj)
            return
        known = memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        small = count <= 3 and self.proto >= 2
        if not small:
            self._out += b'('
        for item in obj:
            self.save(item)
        known = memo.get(id(obj))
        if known is not None:
            # It holds itself, through a list: its items have made it already.
            self._out += b'0' * count if small else b'1' if self.bin else b'0' * (count + 1)
            self._get(known[0])
            return
        self._out += _SMALL_TUPLES[count] if small else b't'
        self._put(obj)

    def _save_list(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        self._out += b']' if self.bin else b'(l'
        self._put(obj)
        count = len(obj)
        if not self.bin or count == 1:
            for item in obj:
                self.save(item)
                self._out += b'a'
            return
        at = 0
        save = self.save
        while at < len(obj):
            self._out += b'('
            for item in obj[at:at + _BATCH] if count > _BATCH else obj:
                save(item)
            self._out += b'e'
            at += _BATCH

    def _save_dict(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        self._out += b'}' if self.bin else b'(d'
        self._put(obj)
        count = len(obj)
        if not count:
            return
        save = self.save
        if not self.bin or count == 1:
            for key, value in obj.items():
                save(key)
                save(value)
                self._out += b's'
            return
        items = iter(obj.items())
        done = _BATCH
        while done == _BATCH:
            done = 0
            self._out += b'('
            for key, value in islice(items, _BATCH):
                save(key)
                save(value)
                done += 1
            self._out += b'u'

    def _save_set(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
        elif self.proto < 4:
            self._save_reduced((set, (list(obj),)), obj)
        else:
            self._out += b'\x8f'
            self._put(obj)
            items = iter(obj)
            done = _BATCH if obj else 0
            while done == _BATCH:
                done = 0
                self._out += b'('
                for item in islice(items, _BATCH):
                    self.save(item)
                    done += 1
                self._out += b'\x90'

    def _save_frozenset(self, obj):
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
        elif self.proto < 4:
            self._save_reduced((frozenset, (list(obj),)), obj)
        else:
            self._out += b'('
            for item in obj:
                self.save(item)
            known = self.memo.get(id(obj))
            if known is not None:
                self._out += b'1'
                self._get(known[0])
            else:
                self._out += b'\x91'
                self._put(obj)

    # ---- what is taken apart ----

    def _save_reduced(self, reduced, obj):
        if not 2 <= len(reduced) <= 6:
            raise PicklingError('tuple returned by __reduce__ must contain 2 through 6 elements')
        function, args, state, items, pairs, setter = (*reduced, *[None] * (6 - len(reduced)))
        if not callable(function):
            raise PicklingError('first item of the tuple returned by __reduce__ must be callable')
        if not isinstance(args, tuple):
            raise PicklingError('second item of the tuple returned by __reduce__ must be a tuple')
        name = getattr(function, '__name__', '') if self.proto >= 2 else ''
        if name == '__newobj_ex__':
            self._save_newobj_ex(*args)
        elif name == '__newobj__':
            if not args or not hasattr(args[0], '__new__'):
                raise PicklingError('args[0] from __newobj__ args has no __new__' if args else
                                    '__newobj__ arglist is empty')
            if args[0] is not type(obj):
                raise PicklingError('args[0] from __newobj__ args has the wrong class')
            self.save(args[0])
            self.save(args[1:])
            self._out += b'\x81'
        else:
            self.save(function)
            self.save(args)
            self._out += b'R'
        known = self.memo.get(id(obj))
        if known is not None:
            # Its arguments hold it: they have made it already.
            self._out += b'0'
            self._get(known[0])
        else:
            self._put(obj)
        if items is not None:
            self._save_items(items)
        if pairs is not None:
            self._save_pairs(pairs)
        if state is not None:
            self._save_state(obj, state, setter)

    def _save_newobj_ex(self, cls, args, kwargs):
        if self.proto >= 4:
            self.save(cls)
            self.save(args)
            self.save(kwargs)
            self._out += b'\x92'
        else:
            self.save(partial(cls.__new__, cls, *args, **kwargs))
            self.save(())
            self._out += b'R'

    def _save_state(self, obj, state, setter):
        if setter is None:
            self.save(state)
            self._out += b'b'
        else:
            self.save(setter)
            self.save(obj)
            self.save(state)
            self._out += b'\x86R0'

    def _save_items(self, items):
        while True:
            batch = list(islice(items, _BATCH if self.bin else 1))
            if not batch:
                return
            if len(batch) == 1:
                self.save(batch[0])
                self._out += b'a'
            else:
                self._out += b'('
                for item in batch:
                    self.save(item)
                self._out += b'e'
            if len(batch) < _BATCH and self.bin:
                return

    def _save_pairs(self, pairs):
        while True:
            batch = list(islice(pairs, _BATCH if self.bin else 1))
            if not batch:
                return
            if len(batch) == 1:
                key, value = batch[0]
                self.save(key)
                self.save(value)
                self._out += b's'
            else:
                self._out += b'('
                for key, value in batch:
                    self.save(key)
                    self.save(value)
                self._out += b'u'
            if len(batch) < _BATCH and self.bin:
                return

    # ---- what is found by name ----

    def _save_class(self, obj):
        if obj is type(None):
            self._save_reduced((type, (None,)), obj)
        elif obj is type(NotImplemented):
            self._save_reduced((type, (NotImplemented,)), obj)
        elif obj is type(...):
            self._save_reduced((type, (...,)), obj)
        else:
            self._save_global(obj)

    def _save_global(self, obj, name=None):
        module, name = place_of(obj, name)
        if self.proto >= 2 and (module, name) in _extension_registry:
            code = _extension_registry[module, name]
            size = 1 if code < 256 else 2 if code < 65536 else 4
            self._out += {1: b'\x82', 2: b'\x83', 4: b'\x84'}[size] + code.to_bytes(size, 'little')
            return
        if self.proto >= 4:
            self.save(module)
            self.save(name)
            self._out += b'\x93'
        elif '.' in name:
            outer, _, last = name.rpartition('.')
            import sys
            parent = sys.modules[module]
            for part in outer.split('.'):
                parent = getattr(parent, part)
            self._save_reduced((getattr, (parent, last)), obj)
            return
        else:
            if self.fix_imports:
                if (module, name) in OLD_NAMES:
                    module, name = OLD_NAMES[module, name]
                else:
                    module = OLD_MODULES.get(module, module)
            self._out += b'c' + module.encode('utf-8') + b'\n' + name.encode('utf-8') + b'\n'
        self._put(obj)


def _escaped(char):
    code = ord(char)
    if code < 256:
        return bytes((code,))
    return b'\\u%04x' % code if code < 65536 else b'\\U%08x' % code


def reduce(obj, cls, protocol):
    """Take an object apart: by its own methods, by what is known of its class, or into class and attributes."""
    method = getattr(cls, '__reduce_ex__', None)
    if method is not None:
        return method(obj, protocol)
    method = getattr(cls, '__reduce__', None)
    if method is not None:
        return method(obj)
    function = REDUCERS.get(cls)
    if function is not None:
        return function(obj)
    if isinstance(obj, BaseException):
        return reduce_exception(obj)
    if isinstance(obj, (set, frozenset, bytearray)):
        return REDUCERS[set](obj)
    return _reduce_object(obj, protocol)


_Function = type(lambda: 0)
_SMALL_TUPLES = {1: b'\x85', 2: b'\x86', 3: b'\x87'}
_SAVERS = {type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float,
           str: Pickler._save_str, bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray,
           tuple: Pickler._save_tuple, list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set,
           frozenset: Pickler._save_frozenset}
