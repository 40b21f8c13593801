# Twins of what turns objects into text: repr, str, format, and the repr of containers.
# Native hooks: `_vm.special(obj, name)`; `_vm.repr_enter(obj)` (True when this thread is already inside the repr of obj)
# and `_vm.repr_leave(obj)`; `_vm.object_repr(obj)`, the default `<module.Class object at 0x…>`.

from _vm import special, type_lookup, repr_enter, repr_leave, object_repr
from _core.operate import as_index
from _string import formatter_parser, formatter_field_name_split, percent_fields, percent_apply


def _text_of(obj, name):
    result = special(obj, name)()
    if not isinstance(result, str):
        raise TypeError('%s returned non-string (type %s)' % (name, type(result).__name__))
    return result


def obj_repr(obj):
    if special(obj, '__repr__') is None:
        return object_repr(obj)
    return _text_of(obj, '__repr__')


def obj_str(obj):
    if special(obj, '__str__') is None:
        return obj_repr(obj)
    return _text_of(obj, '__str__')


def obj_ascii(obj):
    return ascii_text(repr(obj))


def ascii_text(text):
    parts = []
    for character in text:
        code = ord(character)
        if code < 128:
            parts.append(character)
        elif code < 256:
            parts.append('\\x%02x' % code)
        elif code < 65536:
            parts.append('\\u%04x' % code)
        else:
            parts.append('\\U%08x' % code)
    return ''.join(parts)


# Without a specification these make the text that str() makes, also of a subclass.
_BY_TEXT = (int.__format__, float.__format__, str.__format__)


def obj_format(obj, spec=''):
    if not isinstance(spec, str):
        raise TypeError('format() argument 2 must be str, not %s' % type(spec).__name__)
    if not spec and type_lookup(type(obj), '__format__') in _BY_TEXT:
        return str(obj)
    method = special(obj, '__format__')
    if method is not None:
        result = method(spec)
        if not isinstance(result, str):
            raise TypeError('__format__ must return a str, not %s' % type(result).__name__)
        return result
    return object_format(obj, spec)


def object_format(obj, spec):
    # object.__format__
    if spec:
        raise TypeError('unsupported format string passed to %s.__format__' % type(obj).__name__)
    return str(obj)


def _items(iterable):
    return ', '.join([repr(item) for item in iterable])


def list_repr(self):
    if repr_enter(self):
        return '[...]'
    try:
        return '[' + _items(self) + ']'
    finally:
        repr_leave(self)


def tuple_repr(self):
    if repr_enter(self):
        return '(...)'
    try:
        if len(self) == 1:
            return '(' + repr(self[0]) + ',)'
        return '(' + _items(self) + ')'
    finally:
        repr_leave(self)


def dict_repr(self):
    if repr_enter(self):
        return '{...}'
    try:
        return '{' + ', '.join([repr(key) + ': ' + repr(value) for key, value in self.items()]) + '}'
    finally:
        repr_leave(self)


def set_repr(self):
    name = type(self).__name__
    if not self:
        return name + '()'
    if repr_enter(self):
        return name + '(...)'
    try:
        text = '{' + _items(self) + '}'
        return text if name == 'set' else '%s(%s)' % (name, text)
    finally:
        repr_leave(self)


frozenset_repr = set_repr


def view_repr(self):
    # dict_keys, dict_values, dict_items
    if repr_enter(self):
        return '...'
    try:
        return '%s([%s])' % (type(self).__name__, _items(self))
    finally:
        repr_leave(self)


def deque_repr(self):
    if repr_enter(self):
        return '[...]'
    try:
        text = '%s([%s]' % (type(self).__name__, _items(self))
        return text + ')' if self.maxlen is None else text + ', maxlen=%d)' % self.maxlen
    finally:
        repr_leave(self)


def slice_repr(self):
    return 'slice(%r, %r, %r)' % (self.start, self.stop, self.step)


def method_repr(self):
    return '<bound method %s of %r>' % (self.__func__.__qualname__, self.__self__)


def wrapped_repr(self):
    # staticmethod, classmethod
    return '<%s(%r)>' % (type(self).__name__, self.__func__)


def proxy_repr(self):
    return 'mappingproxy({%s})' % ', '.join([repr(key) + ': ' + repr(value) for key, value in self.items()])


def exception_repr(self):
    if len(self.args) == 1:
        return '%s(%s)' % (type(self).__name__, repr(self.args[0]))
    return '%s(%s)' % (type(self).__name__, _items(self.args))


def exception_str(self):
    if not self.args:
        return ''
    if len(self.args) == 1:
        return repr(self.args[0]) if isinstance(self, KeyError) else str(self.args[0])
    return str(self.args)


def key_error_str(self):
    if len(self.args) == 1:
        return repr(self.args[0])
    return exception_str(self)


def namespace_repr(self):
    # types.SimpleNamespace
    name = 'namespace' if type(self).__name__ == 'SimpleNamespace' else type(self).__name__
    if repr_enter(self):
        return name + '(...)'
    try:
        return '%s(%s)' % (name, ', '.join(['%s=%r' % item for item in self.__dict__.items()]))
    finally:
        repr_leave(self)


# ---- % and str.format: the template is taken apart natively; values are looked up and turned into text here ----

def percent_text(value, conversion):
    # %s, %r, %a of an object; the native formatting goes on with the resulting str.
    if conversion == 's':
        return str(value)
    if conversion == 'r':
        return repr(value)
    return ascii_text(repr(value))


def _percent_value(value, conversion):
    if conversion in 'sra':
        return percent_text(value, conversion)
    if conversion in 'diu':
        if isinstance(value, (int, float)):
            return value
        if special(value, '__int__') is not None or special(value, '__index__') is not None:
            return int(value)
        raise TypeError('%%%s format: a real number is required, not %s' % (conversion, type(value).__name__))
    if conversion in 'xXo':
        if isinstance(value, int):
            return value
        if special(value, '__index__') is None:
            raise TypeError('%%%s format: an integer is required, not %s' % (conversion, type(value).__name__))
        return special(value, '__index__')()
    if conversion in 'eEfFgG':
        if isinstance(value, (int, float)):
            return value
        if special(value, '__float__') is None and special(value, '__index__') is None:
            raise TypeError('must be real number, not %s' % type(value).__name__)
        return float(value)
    if conversion == 'c' and not isinstance(value, (int, str)) and special(value, '__index__') is not None:
        return special(value, '__index__')()
    return value


def _supplied(arguments, place):
    if place >= len(arguments):
        raise TypeError('not enough arguments for format string')
    return arguments[place]


def str_mod(self, values):
    # template % values
    is_tuple = isinstance(values, tuple)
    is_mapping = not is_tuple and not isinstance(values, str) and special(values, '__getitem__') is not None
    arguments = tuple(values) if is_tuple else (values,)
    place = 0
    prepared = []
    for key, stars, conversion in percent_fields(self):
        if key is not None:
            if not is_mapping:
                raise TypeError('format requires a mapping')
            value = values[key]
            place = len(arguments)
        for _ in range(stars):
            prepared.append(_supplied(arguments, place))
            place += 1
        if key is None:
            value = _supplied(arguments, place)
            place += 1
        prepared.append(_percent_value(value, conversion))
    if place < len(arguments) and not is_mapping:
        raise TypeError('not all arguments converted during string formatting')
    return percent_apply(self, tuple(prepared))


def str_format(self, *args, **kwargs):
    return _expand(self, args, kwargs, [False, 0], 2)


def str_format_map(self, mapping):
    return _expand(self, None, mapping, [False, 0], 2)


def _expand(template, args, kwargs, numbering, depth):
    # `numbering`: whether fields are numbered by hand, and how many have been counted.
    if depth == 0:
        raise ValueError('Max string recursion exceeded')
    parts = []
    for literal, name, spec, conversion in formatter_parser(template):
        parts.append(literal)
        if name is None:
            continue
        value = _field(name, args, kwargs, numbering)
        if conversion is not None:
            if conversion not in 'sra':
                raise ValueError('Unknown conversion specifier ' + conversion)
            value = percent_text(value, conversion)
        if '{' in spec or '}' in spec:
            spec = _expand(spec, args, kwargs, numbering, depth - 1)
        parts.append(format(value, spec))
    return ''.join(parts)


def _field(name, args, kwargs, numbering):
    first, accesses = formatter_field_name_split(name)
    if first == '':
        if numbering[0]:
            raise ValueError('cannot switch from manual field specification to automatic field numbering')
        first = numbering[1]
        numbering[1] += 1
    elif isinstance(first, int):
        if numbering[1]:
            raise ValueError('cannot switch from automatic field numbering to manual field specification')
        numbering[0] = True
    if not isinstance(first, int):
        value = kwargs[first]
    elif args is None:
        raise ValueError('Format string contains positional fields')
    elif first >= len(args):
        raise IndexError('Replacement index %d out of range for positional args tuple' % first)
    else:
        value = args[first]
    for is_attribute, key in accesses:
        value = getattr(value, key) if is_attribute else value[key]
    return value


def str_center(self, width, *fill):
    return self.center(as_index(width), *fill)


def str_ljust(self, width, *fill):
    return self.ljust(as_index(width), *fill)


def str_rjust(self, width, *fill):
    return self.rjust(as_index(width), *fill)


def str_translate(self, table):
    parts = []
    for character in self:
        try:
            value = table[ord(character)]
        except LookupError:
            parts.append(character)
            continue
        if isinstance(value, str):
            parts.append(value)
        elif isinstance(value, int):
            if not 0 <= value < 0x110000:
                raise ValueError('character mapping must be in range(0x110000)')
            parts.append(chr(value))
        elif value is not None:
            raise TypeError('character mapping must return integer, None or str')
    return ''.join(parts)


def write_file(file, text):
    file.write(text)
