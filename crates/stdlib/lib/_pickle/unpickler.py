# _pickle.unpickler: objects from bytes. [hidden: native code in CPython]
# No native hooks. The format: CPython 3.13, Lib/pickletools.py.

from copyreg import _extension_cache, _inverted_registry
from _pickle.errors import UnpicklingError
from _pickle.globals import find_class
from _pickle.numbers import float_from

_MARK = object()


class Unpickler:
    """Reads objects from a file."""

    __module__ = '_pickle'

    def __init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=()):
        for name in ('read', 'readline'):
            if not hasattr(file, name):
                raise TypeError("file must have 'read' and 'readline' attributes")
        self._file_read = file.read
        self._file_line = file.readline
        self.memo = {}
        self.proto = 0
        self._encoding = encoding
        self._errors = errors
        self._fix_imports = fix_imports
        self._buffers = iter(buffers or ())

    def load(self):
        """The next object."""
        self._stack = []
        self._marks = []
        read = self._file_read
        handlers = _HANDLERS
        try:
            while True:
                code = read(1)
                if not code:
                    raise EOFError('Ran out of input')
                handler = handlers[code[0]]
                if handler is None:
                    if code == b'.':
                        return self._pop()
                    raise UnpicklingError('invalid load key, %s.' % _key_text(code[0]))
                handler(self)
        finally:
            self._stack = None

    def find_class(self, module_name, global_name, /):
        """The object that is found under a name in a module."""
        return find_class(module_name, global_name, self.proto, self._fix_imports)

    # ---- the input ----

    def _read(self, count):
        data = self._file_read(count)
        if len(data) < count:
            raise UnpicklingError('pickle data was truncated')
        return data

    def _number(self, size, signed=False):
        return int.from_bytes(self._read(size), 'little', signed=signed)

    def _line(self):
        line = self._file_line()
        if line[-1:] != b'\n':
            raise UnpicklingError('pickle data was truncated')
        return line[:-1]

    # ---- the stack: what stands above the last mark ----

    def _pop(self):
        if not self._stack:
            raise UnpicklingError('unexpected MARK found' if self._marks else 'unpickling stack underflow')
        return self._stack.pop()

    def _top(self):
        if not self._stack:
            raise UnpicklingError('unexpected MARK found' if self._marks else 'unpickling stack underflow')
        return self._stack[-1]

    def _pop_mark(self):
        if not self._marks:
            raise UnpicklingError('could not find MARK')
        items = self._stack
        self._stack = self._marks.pop()
        return items

    def _push(self, value):
        self._stack.append(value)

    def _mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _pop_one(self):
        if self._stack:
            self._stack.pop()
        else:
            self._pop_mark()

    def _dup(self):
        self._push(self._top())

    # ---- the memo ----

    def _put(self, number):
        if number < 0:
            raise ValueError('negative PUT argument')
        self.memo[number] = self._top()

    def _get(self, number):
        try:
            self._stack.append(self.memo[number])
        except KeyError:
            raise UnpicklingError('Memo value not found at index %d' % number) from None

    def _memoize(self):
        self.memo[len(self.memo)] = self._top()

    # ---- numbers and text ----

    def _proto(self):
        self.proto = self._read(1)[0]
        if self.proto > 5:
            raise ValueError('unsupported pickle protocol: %d' % self.proto)

    def _int_line(self):
        line = self._line()
        self._push(line == b'01' if line in (b'00', b'01') else int(line, 0))

    def _long_line(self):
        line = self._line()
        self._push(int(line[:-1] if line[-1:] == b'L' else line, 0))

    def _long(self, size):
        count = self._number(size, size == 4)
        if count < 0:
            raise UnpicklingError('LONG pickle has negative byte count')
        self._push(int.from_bytes(self._read(count), 'little', signed=True))

    def _string_line(self):
        line = self._line()
        if len(line) < 2 or line[0] != line[-1] or line[0] not in b'"\'':
            raise UnpicklingError('the STRING opcode argument must be quoted')
        self._old_string(_unescaped(line[1:-1]))

    def _old_string(self, data):
        self._push(data if self._encoding == 'bytes' else data.decode(self._encoding, self._errors))

    def _unicode_line(self):
        self._push(_raw_unicode(self._line()))

    def _text(self, size):
        self._push(self._read(self._number(size)).decode('utf-8', 'surrogatepass'))

    def _buffer(self):
        try:
            self._push(next(self._buffers))
        except StopIteration:
            raise UnpicklingError('not enough out-of-band buffers') from None

    # ---- containers ----

    def _append(self):
        value = self._pop()
        self._extend([value])

    def _appends(self):
        self._extend(self._pop_mark())

    def _extend(self, items):
        target = self._top()
        if type(target) is list:
            target.extend(items)
            return
        extend = getattr(target, 'extend', None)
        if extend is not None:
            extend(items)
            return
        for item in items:
            target.append(item)

    def _set_item(self):
        value = self._pop()
        key = self._pop()
        self._top()[key] = value

    def _set_items(self):
        items = self._pop_mark()
        target = self._top()
        if len(items) % 2:
            raise UnpicklingError('odd number of items for SETITEMS')
        items = iter(items)
        for key in items:
            target[key] = next(items)

    def _add_items(self):
        items = self._pop_mark()
        target = self._top()
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _small_tuple(self, count):
        items = [self._pop() for _ in range(count)]
        items.reverse()
        self._push(tuple(items))

    def _dict(self):
        items = self._pop_mark()
        if len(items) % 2:
            raise UnpicklingError('odd number of items for DICT')
        self._push({items[at]: items[at + 1] for at in range(0, len(items), 2)})

    # ---- objects ----

    def _global(self):
        module = self._line().decode('utf-8')
        name = self._line().decode('utf-8')
        self._push(self.find_class(module, name))

    def _stack_global(self):
        name = self._pop()
        module = self._pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError('STACK_GLOBAL requires str')
        self._push(self.find_class(module, name))

    def _extension(self, size):
        code = self._number(size)
        if code not in _extension_cache:
            if code not in _inverted_registry:
                if code <= 0:
                    raise UnpicklingError('EXT specifies code <= 0')
                raise ValueError('unregistered extension code %d' % code)
            _extension_cache[code] = self.find_class(*_inverted_registry[code])
        self._push(_extension_cache[code])

    def _reduce(self):
        args = self._pop()
        function = self._pop()
        self._push(function(*args))

    def _newobj(self):
        args = self._pop()
        cls = self._pop()
        self._push(cls.__new__(cls, *args))

    def _newobj_ex(self):
        kwargs = self._pop()
        args = self._pop()
        cls = self._pop()
        self._push(cls.__new__(cls, *args, **kwargs))

    def _instance(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, '__getinitargs__'):
            self._push(cls(*args))
        else:
            self._push(cls.__new__(cls))

    def _inst(self):
        module = self._line().decode('ascii')
        name = self._line().decode('ascii')
        self._instance(self.find_class(module, name), self._pop_mark())

    def _obj(self):
        items = self._pop_mark()
        if not items:
            raise UnpicklingError('unpickling stack underflow')
        self._instance(items[0], items[1:])

    def _build(self):
        state = self._pop()
        obj = self._top()
        setter = getattr(obj, '__setstate__', None)
        if setter is not None:
            setter(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            if not isinstance(state, dict):
                raise UnpicklingError('state is not a dictionary')
            # Past __setattr__, as the attributes were read past __getattribute__.
            obj.__dict__.update(state)
        if slots:
            for name, value in slots.items():
                setattr(obj, name, value)

    def _persistent(self, name):
        method = getattr(self, 'persistent_load', None)
        if method is None:
            raise UnpicklingError('A load persistent id instruction was encountered, '
                                  'but no persistent_load function was specified.')
        self._push(method(name))


def _key_text(code):
    return "'%c'" % code if 32 < code < 127 and code != 39 else "'\\x%02x'" % code


def _unescaped(data):
    # What repr() of Python 2 made of bytes.
    out = bytearray()
    at = 0
    simple = {110: 10, 114: 13, 116: 9, 92: 92, 39: 39, 34: 34, 97: 7, 98: 8, 102: 12, 118: 11}
    while at < len(data):
        code = data[at]
        at += 1
        if code == 92 and at < len(data):
            code = data[at]
            at += 1
            if code == 120:
                code = int(data[at:at + 2], 16)
                at += 2
            else:
                code = simple.get(code, code)
        out.append(code)
    return bytes(out)


def _raw_unicode(data):
    # Latin-1, with \uXXXX and \UXXXXXXXX.
    out = []
    for number, piece in enumerate(data.decode('latin-1').split('\\')):
        size = {'u': 4, 'U': 8}.get(piece[:1]) if number else None
        if size is None:
            out.append('\\' + piece if number else piece)
        else:
            out.append(chr(int(piece[1:1 + size], 16)) + piece[1 + size:])
    return ''.join(out)


def _handlers():
    u = Unpickler
    table = {
        b'\x80': u._proto, b'\x95': lambda s: s._read(8), b'(': u._mark, b'0': u._pop_one, b'1': u._pop_mark, b'2': u._dup,
        b'N': lambda s: s._stack.append(None), b'\x88': lambda s: s._stack.append(True),
        b'\x89': lambda s: s._stack.append(False), b'I': u._int_line, b'L': u._long_line,
        b'K': lambda s: s._stack.append(s._read(1)[0]), b'M': lambda s: s._push(s._number(2)),
        b'J': lambda s: s._push(s._number(4, True)), b'\x8a': lambda s: s._long(1), b'\x8b': lambda s: s._long(4),
        b'F': lambda s: s._push(float(s._line())), b'G': lambda s: s._push(float_from(s._read(8))),
        b'S': u._string_line, b'T': lambda s: s._old_string(s._read(s._number(4))),
        b'U': lambda s: s._old_string(s._read(s._number(1))), b'V': u._unicode_line, b'X': lambda s: s._text(4),
        b'\x8c': lambda s: s._text(1), b'\x8d': lambda s: s._text(8), b'C': lambda s: s._push(s._read(s._number(1))),
        b'B': lambda s: s._push(s._read(s._number(4))), b'\x8e': lambda s: s._push(s._read(s._number(8))),
        b'\x96': lambda s: s._push(bytearray(s._read(s._number(8)))), b'\x97': u._buffer, b'\x98': lambda s: None,
        b']': lambda s: s._stack.append([]), b'}': lambda s: s._stack.append({}), b')': lambda s: s._stack.append(()),
        b'\x8f': lambda s: s._stack.append(set()), b'a': u._append, b'e': u._appends, b's': u._set_item, b'u': u._set_items,
        b'\x90': u._add_items, b'\x91': lambda s: s._push(frozenset(s._pop_mark())),
        b't': lambda s: s._push(tuple(s._pop_mark())), b'\x85': lambda s: s._small_tuple(1),
        b'\x86': lambda s: s._small_tuple(2), b'\x87': lambda s: s._small_tuple(3), b'd': u._dict,
        b'l': lambda s: s._push(s._pop_mark()), b'p': lambda s: s._put(int(s._line())), b'q': lambda s: s._put(s._read(1)[0]),
        b'r': lambda s: s._put(s._number(4)), b'\x94': u._memoize, b'g': lambda s: s._get(int(s._line())),
        b'h': lambda s: s._get(s._read(1)[0]), b'j': lambda s: s._get(s._number(4)), b'c': u._global,
        b'\x93': u._stack_global, b'\x82': lambda s: s._extension(1), b'\x83': lambda s: s._extension(2),
        b'\x84': lambda s: s._extension(4), b'R': u._reduce, b'\x81': u._newobj, b'\x92': u._newobj_ex, b'i': u._inst,
        b'o': u._obj, b'b': u._build, b'P': lambda s: s._persistent(s._line().decode('ascii')),
        b'Q': lambda s: s._persistent(s._pop()),
    }
    return [table.get(bytes((code,))) for code in range(256)]


_HANDLERS = _handlers()
