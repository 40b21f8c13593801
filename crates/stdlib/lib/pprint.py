# pprint: nested containers over several lines. No native hooks.

import sys

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Write an object."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Write an object with its dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """An object as text."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    """An object as text on one line."""
    return PrettyPrinter()._repr(object, {}, 0)


def isreadable(object):
    """Whether the text could be read back."""
    return '<' not in saferepr(object)


def isrecursive(object):
    """Whether the object contains itself."""
    return '<Recursion on ' in saferepr(object)


class _SafeKey:
    """Sorts what does not compare by type and identity."""

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_pair(pair):
    return _SafeKey(pair[0])


class PrettyPrinter:
    """Writes objects over as few lines as the width allows."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        stream = sys.stdout if self._stream is None else self._stream
        stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        parts = []
        self._format(object, parts, 0, 0, {}, 0)
        return ''.join(parts)

    def isrecursive(self, object):
        return isrecursive(object)

    def isreadable(self, object):
        return isreadable(object)

    # ---- on one line ----

    def _repr(self, obj, running, level):
        cls = type(obj)
        if cls is int and self._underscore_numbers:
            return '{:_d}'.format(obj)
        method = cls.__repr__
        is_dict = isinstance(obj, dict) and method == dict.__repr__
        is_list = isinstance(obj, list) and method == list.__repr__
        is_tuple = isinstance(obj, tuple) and method == tuple.__repr__
        if not (is_dict or is_list or is_tuple):
            return repr(obj)
        if not obj:
            return '{}' if is_dict else '[]' if is_list else '()'
        if self._depth and level >= self._depth:
            return '{...}' if is_dict else '[...]' if is_list else '(...)'
        if id(obj) in running:
            return _recursion(obj)
        running[id(obj)] = 1
        level += 1
        if is_dict:
            items = sorted(obj.items(), key=_safe_pair) if self._sort_dicts else obj.items()
            text = '{%s}' % ', '.join(['%s: %s' % (self._repr(k, running, level), self._repr(v, running, level))
                                       for k, v in items])
        else:
            text = ', '.join([self._repr(item, running, level) for item in obj])
            text = '[%s]' % text if is_list else '(%s,)' % text if len(obj) == 1 else '(%s)' % text
        del running[id(obj)]
        return text

    # ---- over several lines ----

    def _format(self, obj, parts, indent, allowance, running, level):
        if id(obj) in running:
            parts.append(_recursion(obj))
            return
        text = self._repr(obj, running, level)
        if len(text) <= self._width - indent - allowance:
            parts.append(text)
            return
        running[id(obj)] = 1
        if not self._break(obj, parts, indent, allowance, running, level + 1):
            parts.append(text)
        del running[id(obj)]

    def _break(self, obj, parts, indent, allowance, running, level):
        # False for what has no form over several lines.
        method = type(obj).__repr__
        name = type(obj).__name__
        if self._depth and level > self._depth:
            return False
        if isinstance(obj, dict) and name == 'OrderedDict':
            if not len(obj):
                return False
            parts.append(name + '(')
            self._pairs(list(obj.items()), parts, indent + len(name) + 1, allowance + 1, running, level)
            parts.append(')')
        elif isinstance(obj, dict) and name == 'defaultdict':
            head = '%s(%r,\n%s' % (name, obj.default_factory, ' ' * (indent + len(name) + 1))
            parts.append(head)
            self._dict(obj, parts, indent + len(name) + 1, allowance + 1, running, level)
            parts.append(')')
        elif isinstance(obj, dict) and name == 'Counter':
            parts.append(name + '({')
            self._dict_items(obj.most_common(), parts, indent + len(name) + 1, allowance + 2, running, level)
            parts.append('})')
        elif isinstance(obj, dict) and method == dict.__repr__:
            self._dict(obj, parts, indent, allowance, running, level)
        elif isinstance(obj, list) and method == list.__repr__:
            parts.append('[')
            self._items(obj, parts, indent, allowance + 1, running, level)
            parts.append(']')
        elif isinstance(obj, tuple) and method == tuple.__repr__:
            parts.append('(')
            end = ',)' if len(obj) == 1 else ')'
            self._items(obj, parts, indent, allowance + len(end), running, level)
            parts.append(end)
        elif isinstance(obj, (set, frozenset)) and method in (set.__repr__, frozenset.__repr__):
            self._set(obj, parts, indent, allowance, running, level)
        elif name == 'deque':
            parts.append('deque([')
            self._items(obj, parts, indent + 6, allowance + 2, running, level)
            parts.append('])' if obj.maxlen is None else '],\n%smaxlen=%s)' % (' ' * (indent + 6), obj.maxlen))
        elif isinstance(obj, str) and method == str.__repr__:
            return self._string(obj, parts, indent, allowance, level)
        elif hasattr(type(obj), '__dataclass_fields__') and not isinstance(obj, type):
            self._dataclass(obj, parts, indent, allowance, running, level)
        elif name == 'SimpleNamespace':
            parts.append('namespace(')
            self._fields(list(obj.__dict__.items()), parts, indent + 10, allowance, running, level)
            parts.append(')')
        else:
            return False
        return True

    def _dict(self, obj, parts, indent, allowance, running, level):
        parts.append('{')
        if self._indent > 1:
            parts.append((self._indent - 1) * ' ')
        if len(obj):
            items = sorted(obj.items(), key=_safe_pair) if self._sort_dicts else list(obj.items())
            self._dict_items(items, parts, indent, allowance + 1, running, level)
        parts.append('}')

    def _dict_items(self, items, parts, indent, allowance, running, level):
        indent += self._indent
        separator = ',\n' + ' ' * indent
        last = len(items) - 1
        for place, (key, value) in enumerate(items):
            text = self._repr(key, running, level)
            parts.append(text + ': ')
            self._format(value, parts, indent + len(text) + 2, allowance if place == last else 1, running, level)
            if place != last:
                parts.append(separator)

    def _pairs(self, pairs, parts, indent, allowance, running, level):
        parts.append('[')
        self._items(pairs, parts, indent, allowance + 1, running, level)
        parts.append(']')

    def _set(self, obj, parts, indent, allowance, running, level):
        if type(obj) is set:
            parts.append('{')
            end = '}'
        else:
            parts.append(type(obj).__name__ + '({')
            end = '})'
            indent += len(type(obj).__name__) + 1
        self._items(sorted(obj, key=_SafeKey), parts, indent, allowance + len(end), running, level)
        parts.append(end)

    def _items(self, items, parts, indent, allowance, running, level):
        indent += self._indent
        if self._indent > 1:
            parts.append((self._indent - 1) * ' ')
        newline = ',\n' + ' ' * indent
        separator = ''
        width = room = self._width - indent + 1
        items = list(items)
        last = len(items) - 1
        for place, item in enumerate(items):
            if place == last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, running, level)
                size = len(text) + 2
                if width < size:
                    width = room
                    if separator:
                        separator = newline
                if width >= size:
                    width -= size
                    parts.append(separator)
                    separator = ', '
                    parts.append(text)
                    continue
            parts.append(separator)
            separator = newline
            self._format(item, parts, indent, allowance if place == last else 1, running, level)

    def _string(self, text, parts, indent, allowance, level):
        # One literal per line, broken after spaces.
        if not text:
            return False
        lines = text.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        room = width = self._width - indent
        chunks = []
        for place, line in enumerate(lines):
            if place == len(lines) - 1:
                room -= allowance
            if len(repr(line)) <= room:
                chunks.append(repr(line))
                continue
            width = self._width - indent
            current = ''
            pieces = _words(line)
            for number, piece in enumerate(pieces):
                candidate = current + piece
                limit = width - allowance if number == len(pieces) - 1 and place == len(lines) - 1 else width
                if len(repr(candidate)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = piece
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            parts.append(chunks[0])
            return True
        joined = ('\n' + ' ' * indent).join(chunks)
        parts.append('(' + joined + ')' if level == 1 else joined)
        return True

    def _dataclass(self, obj, parts, indent, allowance, running, level):
        name = type(obj).__name__
        parts.append(name + '(')
        items = [(f.name, getattr(obj, f.name)) for f in type(obj).__dataclass_fields__.values() if f.repr]
        self._fields(items, parts, indent + len(name) + 1, allowance, running, level)
        parts.append(')')

    def _fields(self, items, parts, indent, allowance, running, level):
        newline = ',\n' + ' ' * indent
        last = len(items) - 1
        for place, (key, value) in enumerate(items):
            parts.append(key + '=')
            self._format(value, parts, indent + len(key) + 1, allowance if place == last else 1, running, level)
            if place != last:
                parts.append(newline)


def _words(line):
    # Pieces of a word and the white space after it.
    pieces = []
    start = 0
    for place in range(1, len(line)):
        if line[place - 1].isspace() and not line[place].isspace():
            pieces.append(line[start:place])
            start = place
    pieces.append(line[start:])
    return pieces


def _recursion(obj):
    return '<Recursion on %s with id=%s>' % (type(obj).__name__, id(obj))
