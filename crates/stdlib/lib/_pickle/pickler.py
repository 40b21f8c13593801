# _pickle.pickler: objects become bytes. [hidden: native code in CPython]
# No native hooks. The format: CPython 3.13, Lib/pickletools.py.

from itertools import islice
from copyreg import (_extension_registry, _reduce_object, _slotnames as slot_names, _solid_base as solid_base,
                     dispatch_table as _copyreg_table)
from _pickle.errors import PicklingError
from _pickle.globals import place_of, OLD_MODULES, OLD_NAMES
from _pickle.reduce import REDUCERS, reduce_exception
from _pickle.writer import BATCH, FRAME_TARGET, SAVERS, Writer
from functools import partial

DEFAULT_PROTOCOL = 4
HIGHEST_PROTOCOL = 5


class Pickler(Writer):
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
        # By class, whether its instances are nothing but their attributes.
        self._ordinary = {}
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

    # ---- one object ----

    def save(self, obj):
        """Write one object, in the midst of others."""
        if len(self._out) - self._frame >= FRAME_TARGET:
            self._check_frame()
        if not self._plain:
            name = self._persistent(obj)
            if name is not None:
                self._save_persistent(name)
                return
        cls = type(obj)
        method = SAVERS.get(cls)
        if method is not None:
            method(self, obj)
            return
        known = self.memo.get(id(obj))
        if known is not None:
            self._get(known[0])
            return
        self._save_other(obj, cls)

    def _save_other(self, obj, cls):
        ordinary = self._ordinary.get(cls)
        if ordinary is None:
            ordinary = self._ordinary[cls] = self.proto >= 2 and self._override is None and self._is_ordinary(cls)
        if ordinary:
            self.save(cls)
            self._out += b')\x81'
            self._put(obj)
            state = getattr(obj, '__dict__', None)
            if state:
                self.save(state)
                self._out += b'b'
            return
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

    def _is_ordinary(self, cls):
        # Whether its instances are nothing but their attributes, taken apart by no method of theirs.
        return cls not in self._table and cls not in REDUCERS and solid_base(cls) is object and not slot_names(cls) \
            and not any([hasattr(cls, name) for name in _HOOKS])

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
            batch = list(islice(items, BATCH if self.bin else 1))
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
            if len(batch) < BATCH and self.bin:
                return

    def _save_pairs(self, pairs):
        while True:
            batch = list(islice(pairs, BATCH if self.bin else 1))
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
            if len(batch) < BATCH and self.bin:
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
_HOOKS = ('__reduce__', '__reduce_ex__', '__getstate__', '__getnewargs__', '__getnewargs_ex__')
