# Twins of what turns objects into text: repr, str, format, and the repr of containers.
# Native hooks: `_vm.special(obj, name)`; `_vm.repr_enter(obj)` (True when this thread is already inside the repr of obj)
# and `_vm.repr_leave(obj)`; `_vm.object_repr(obj)`, the default `<module.Class object at 0x…>`.

from _vm import special, repr_enter, repr_leave, object_repr


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


def obj_format(obj, spec=''):
    if not isinstance(spec, str):
        raise TypeError('format() argument 2 must be str, not %s' % type(spec).__name__)
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


def exception_repr(self):
    if len(self.args) == 1:
        return '%s(%s)' % (type(self).__name__, repr(self.args[0]))
    return '%s(%s)' % (type(self).__name__, _items(self.args))


def exception_str(self):
    if not self.args:
        return ''
    if len(self.args) == 1:
        return str(self.args[0])
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


# ---- % and str.format: values that need script code are first turned into text, then formatted natively ----

def percent_text(value, conversion):
    # %s, %r, %a of an object; the native formatting goes on with the resulting str.
    if conversion == 's':
        return str(value)
    if conversion == 'r':
        return repr(value)
    return ascii_text(repr(value))


def write_file(file, text):
    file.write(text)
