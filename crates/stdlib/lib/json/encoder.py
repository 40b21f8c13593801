# json.encoder: objects to JSON text. [hidden: native code in CPython, for the most part]. No native hooks.

_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}


def _quoted(text, ensure_ascii):
    parts = ['"']
    for character in text:
        if character in _ESCAPES:
            parts.append(_ESCAPES[character])
        elif ' ' <= character <= '~' or not ensure_ascii and character > '~':
            parts.append(character)
        else:
            code = ord(character)
            if code > 0xFFFF:
                code -= 0x10000
                parts.append('\\u%04x\\u%04x' % (0xD800 | code >> 10, 0xDC00 | code & 0x3FF))
            else:
                parts.append('\\u%04x' % code)
    parts.append('"')
    return ''.join(parts)


class JSONEncoder:
    """Turns objects into JSON text; default() is asked about those it does not know."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        """What to write in place of an object of another type."""
        raise TypeError('Object of type %s is not JSON serializable' % o.__class__.__name__)

    def encode(self, o):
        """The whole text."""
        parts = []
        self._write(o, parts, 0, {})
        return ''.join(parts)

    def iterencode(self, o, _one_shot=False):
        """The text in pieces."""
        parts = []
        self._write(o, parts, 0, {})
        for part in parts:
            yield part

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o in (float('inf'), float('-inf')):
            text = 'Infinity' if o > 0 else '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return text

    def _write(self, o, parts, level, running):
        if isinstance(o, str):
            parts.append(_quoted(o, self.ensure_ascii))
        elif o is None:
            parts.append('null')
        elif o is True:
            parts.append('true')
        elif o is False:
            parts.append('false')
        elif isinstance(o, int):
            parts.append(int.__repr__(o))
        elif isinstance(o, float):
            parts.append(self._float(o))
        else:
            if self.check_circular:
                if id(o) in running:
                    raise ValueError('Circular reference detected')
                running[id(o)] = o
            if isinstance(o, (list, tuple)):
                self._write_list(o, parts, level + 1, running)
            elif isinstance(o, dict):
                self._write_dict(o, parts, level + 1, running)
            else:
                self._write(self.default(o), parts, level, running)
            if self.check_circular:
                del running[id(o)]

    def _line(self, level):
        # What separates items when the text is indented.
        if self.indent is None:
            return ''
        one = self.indent if isinstance(self.indent, str) else ' ' * self.indent
        return '\n' + one * level

    def _write_list(self, items, parts, level, running):
        if not items:
            parts.append('[]')
            return
        line = self._line(level)
        mark = '[' + line
        for item in items:
            parts.append(mark)
            mark = self.item_separator + line
            self._write(item, parts, level, running)
        parts.append(self._line(level - 1) + ']')

    def _write_dict(self, dct, parts, level, running):
        if not dct:
            parts.append('{}')
            return
        line = self._line(level)
        mark = '{' + line
        items = sorted(dct.items()) if self.sort_keys else dct.items()
        empty = True
        for key, value in items:
            if isinstance(key, str):
                pass
            elif key is True or key is False or key is None:
                key = {True: 'true', False: 'false', None: 'null'}[key]
            elif isinstance(key, float):
                key = self._float(key)
            elif isinstance(key, int):
                key = int.__repr__(key)
            elif self.skipkeys:
                continue
            else:
                raise TypeError('keys must be str, int, float, bool or None, not ' + key.__class__.__name__)
            parts.append(mark)
            mark = self.item_separator + line
            parts.append(_quoted(key, self.ensure_ascii))
            parts.append(self.key_separator)
            self._write(value, parts, level, running)
            empty = False
        parts.append('{}' if empty else self._line(level - 1) + '}')
