# json.decoder: JSON text to objects. [hidden: native code in CPython, for the most part]. No native hooks.

_BLANK = ' \t\n\r'
_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_CONSTANTS = {'NaN': float('nan'), 'Infinity': float('inf'), '-Infinity': float('-inf')}


class JSONDecodeError(ValueError):
    """The text is not JSON."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


class JSONDecoder:
    """Turns JSON text into objects."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The object; nothing but white space may follow."""
        obj, end = self.raw_decode(s, self._blank(s, 0))
        end = self._blank(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The object at a place, and where it ends."""
        return self._value(s, idx)

    def _blank(self, s, i):
        size = len(s)
        while i < size and s[i] in _BLANK:
            i += 1
        return i

    def _value(self, s, i):
        first = s[i:i + 1]
        if first == '"':
            return self._string(s, i + 1)
        if first == '{':
            return self._object(s, i + 1)
        if first == '[':
            return self._array(s, i + 1)
        if first == 'n' and s[i:i + 4] == 'null':
            return None, i + 4
        if first == 't' and s[i:i + 4] == 'true':
            return True, i + 4
        if first == 'f' and s[i:i + 5] == 'false':
            return False, i + 5
        if first and first in '-0123456789':
            number = self._number(s, i)
            if number is not None:
                return number
        for name in ('NaN', 'Infinity', '-Infinity'):
            if s.startswith(name, i):
                return self.parse_constant(name), i + len(name)
        raise JSONDecodeError('Expecting value', s, i)

    def _digits(self, s, i):
        size = len(s)
        while i < size and s[i] in '0123456789':
            i += 1
        return i

    def _number(self, s, start):
        i = start + 1 if s[start] == '-' else start
        end = i + 1 if s[i:i + 1] == '0' else self._digits(s, i)
        if end == i:
            return None
        is_float = False
        if s[end:end + 1] == '.':
            after = self._digits(s, end + 1)
            if after > end + 1:
                is_float = True
                end = after
        if s[end:end + 1] in ('e', 'E'):
            sign = end + 2 if s[end + 1:end + 2] in ('+', '-') else end + 1
            after = self._digits(s, sign)
            if after > sign:
                is_float = True
                end = after
        return (self.parse_float if is_float else self.parse_int)(s[start:end]), end

    def _string(self, s, i):
        begin = i - 1
        parts = []
        while True:
            quote = s.find('"', i)
            if quote < 0:
                self._check_controls(s, i, len(s))
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            slash = s.find('\\', i, quote)
            end = quote if slash < 0 else slash
            self._check_controls(s, i, end)
            parts.append(s[i:end])
            if slash < 0:
                return ''.join(parts), quote + 1
            escape = s[slash + 1:slash + 2]
            if not escape:
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            if escape != 'u':
                if escape not in _ESCAPES:
                    raise JSONDecodeError('Invalid \\escape', s, slash)
                parts.append(_ESCAPES[escape])
                i = slash + 2
                continue
            code = self._unicode(s, slash + 1)
            i = slash + 6
            if 0xD800 <= code <= 0xDBFF and s[i:i + 2] == '\\u':
                low = self._unicode(s, i + 1)
                if 0xDC00 <= low <= 0xDFFF:
                    code = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)
                    i += 6
            parts.append(chr(code))

    def _check_controls(self, s, begin, end):
        if self.strict:
            for place in range(begin, end):
                if s[place] < ' ':
                    raise JSONDecodeError('Invalid control character at', s, place)

    def _unicode(self, s, i):
        digits = s[i + 1:i + 5]
        if len(digits) == 4 and all([c in '0123456789abcdefABCDEF' for c in digits]):
            return int(digits, 16)
        raise JSONDecodeError('Invalid \\uXXXX escape', s, i)

    def _array(self, s, i):
        items = []
        i = self._blank(s, i)
        if s[i:i + 1] == ']':
            return items, i + 1
        while True:
            item, i = self._value(s, i)
            items.append(item)
            i = self._blank(s, i)
            mark = s[i:i + 1]
            if mark == ']':
                return items, i + 1
            if mark != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            comma = i
            i = self._blank(s, i + 1)
            if s[i:i + 1] == ']':
                raise JSONDecodeError('Illegal trailing comma before end of array', s, comma)

    def _object(self, s, i):
        pairs = []
        i = self._blank(s, i)
        if s[i:i + 1] == '}':
            return self._finish(pairs), i + 1
        while True:
            if s[i:i + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', s, i)
            key, i = self._string(s, i + 1)
            i = self._blank(s, i)
            if s[i:i + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, i)
            value, i = self._value(s, self._blank(s, i + 1))
            pairs.append((key, value))
            i = self._blank(s, i)
            mark = s[i:i + 1]
            if mark == '}':
                return self._finish(pairs), i + 1
            if mark != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            comma = i
            i = self._blank(s, i + 1)
            if s[i:i + 1] == '}':
                raise JSONDecodeError('Illegal trailing comma before end of object', s, comma)

    def _finish(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        obj = dict(pairs)
        return obj if self.object_hook is None else self.object_hook(obj)
