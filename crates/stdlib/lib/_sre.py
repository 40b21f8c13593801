# _sre: compiled patterns and their matches. [hidden: native code in CPython]
# Native hooks: _regex (compile, find, find_all). A match comes from there as a tuple: the group that was closed last,
# then the start and the end of the match and of each group, -1 for a group without a part in it.

import _regex
from types import MappingProxyType, GenericAlias

_SEARCH, _MATCH, _FULLMATCH = range(3)
_ASCII = 256
_UNICODE = 32

# The names of flags, as the repr of a pattern shows them, without what is usual.
_FLAGS = ((2, 're.IGNORECASE'), (4, 're.LOCALE'), (8, 're.MULTILINE'), (16, 're.DOTALL'), (64, 're.VERBOSE'),
          (128, 're.DEBUG'), (256, 're.ASCII'))


class Pattern:
    """Compiled regular expression object."""

    __module__ = 're'
    __slots__ = ('pattern', 'flags', 'groups', 'groupindex', '_program', '_names')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Pattern' instances")

    def match(self, string, pos=0, endpos=2**63 - 1):
        """Matches zero or more characters at the beginning of the string."""
        return _find(self, string, pos, endpos, _MATCH)

    def fullmatch(self, string, pos=0, endpos=2**63 - 1):
        """Matches against all of the string."""
        return _find(self, string, pos, endpos, _FULLMATCH)

    def search(self, string, pos=0, endpos=2**63 - 1):
        """Scan through string looking for a match, and return a corresponding match object instance."""
        return _find(self, string, pos, endpos, _SEARCH)

    def findall(self, string, pos=0, endpos=2**63 - 1):
        """Return a list of all non-overlapping matches of pattern in string."""
        pos, endpos = _bounds(self, string, pos, endpos)
        string = _plain(string)
        found = _regex.find_all(self._program, string, pos, endpos, 0)
        if self.groups == 0:
            return [string[place[1]:place[2]] for place in found]
        if self.groups == 1:
            return [string[place[3]:place[4]] if place[3] >= 0 else string[:0] for place in found]
        return [tuple(_texts(string, place, string[:0])) for place in found]

    def finditer(self, string, pos=0, endpos=2**63 - 1):
        """Return an iterator over all non-overlapping matches for the RE pattern in string."""
        pos, endpos = _bounds(self, string, pos, endpos)
        found = _regex.find_all(self._program, _plain(string), pos, endpos, 0)
        return iter([_match(self, string, places, pos, endpos) for places in found])

    def split(self, string, maxsplit=0):
        """Split string by the occurrences of pattern."""
        _bounds(self, string, 0, 0)
        string = _plain(string)
        if maxsplit < 0:
            return [string]
        parts = []
        start = 0
        for place in _regex.find_all(self._program, string, 0, len(string), maxsplit):
            parts.append(string[start:place[1]])
            if self.groups:
                parts += _texts(string, place, None)
            start = place[2]
        parts.append(string[start:])
        return parts

    def sub(self, repl, string, count=0):
        """Return the string with the leftmost non-overlapping occurrences of pattern replaced by repl."""
        return _substitute(self, repl, string, count)[0]

    def subn(self, repl, string, count=0):
        """Return the tuple (new_string, number_of_subs_made)."""
        return _substitute(self, repl, string, count)

    def scanner(self, string, pos=0, endpos=2**63 - 1):
        """An object that finds one match after another."""
        return _Scanner(self, _plain(string), *_bounds(self, string, pos, endpos))

    def __repr__(self):
        text = 're.compile(%.200r' % (self.pattern,)
        flags = self.flags
        names = [name for flag, name in _FLAGS if flags & flag]
        if isinstance(self.pattern, bytes) and flags & _UNICODE:
            names.append('re.UNICODE')
        if names:
            text += ', ' + '|'.join(names)
        return text + ')'

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags == other.flags and type(self.pattern) is type(other.pattern)
                and self.pattern == other.pattern)

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    __class_getitem__ = classmethod(GenericAlias)


class Match:
    """The result of re.match() and re.search()."""

    __module__ = 're'
    __slots__ = ('re', 'string', 'pos', 'endpos', '_places', '_subject')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Match' instances")

    def group(self, *groups):
        """Return subgroup(s) of the match by indices or names."""
        if not groups:
            return self._text(0, None)
        texts = [self._text(self._number(group), None) for group in groups]
        return texts[0] if len(texts) == 1 else tuple(texts)

    def groups(self, default=None):
        """Return a tuple containing all the subgroups of the match, from 1."""
        return tuple(_texts(self._subject, self._places, default))

    def groupdict(self, default=None):
        """Return a dictionary containing all the named subgroups of the match, keyed by the subgroup name."""
        return {name: self._text(number, default) for name, number in self.re._names}

    def start(self, group=0, /):
        """Return index of the start of the substring matched by group."""
        return self._places[2 * self._number(group) + 1]

    def end(self, group=0, /):
        """Return index of the end of the substring matched by group."""
        return self._places[2 * self._number(group) + 2]

    def span(self, group=0, /):
        """For match object m, return the 2-tuple (m.start(group), m.end(group))."""
        number = self._number(group)
        return self._places[2 * number + 1:2 * number + 3]

    def expand(self, template):
        """Return the string obtained by doing backslash substitution on template, as done by the sub() method."""
        empty = self._subject[:0]
        return empty.join(_filled(_template(self.re, template), self._subject, self._places, empty))

    @property
    def regs(self):
        places = self._places
        return tuple([places[at:at + 2] for at in range(1, len(places), 2)])

    @property
    def lastindex(self):
        """The integer index of the last matched capturing group."""
        return self._places[0] or None

    @property
    def lastgroup(self):
        """The name of the last matched capturing group."""
        for name, number in self.re._names:
            if number == self._places[0]:
                return name
        return None

    def __getitem__(self, group):
        return self._text(self._number(group), None)

    def __repr__(self):
        return '<re.Match object; span=%r, match=%.50r>' % (self.span(), self.group())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    __class_getitem__ = classmethod(GenericAlias)

    def _number(self, group):
        if isinstance(group, (str, bytes)):
            group = self.re.groupindex.get(group, -1)
        elif hasattr(group, '__index__'):
            group = group.__index__()
        else:
            group = -1
        if not 0 <= group <= self.re.groups:
            raise IndexError('no such group')
        return group

    def _text(self, number, default):
        return _group(self._subject, self._places, number, default)


class _Scanner:
    """What Pattern.scanner gives."""

    __slots__ = ('pattern', '_string', '_pos', '_endpos', '_after_empty')

    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._string = string
        self._pos = pos
        self._endpos = endpos
        self._after_empty = False

    def match(self):
        return self._next(_MATCH)

    def search(self):
        return self._next(_SEARCH)

    def _next(self, mode):
        if self._pos is None:
            return None
        if mode == _SEARCH and self._after_empty:
            # Two at the most: an empty match where the last one was does not count.
            places = _regex.find_all(self.pattern._program, self._string, self._pos, self._endpos, 2)
            place = next((place for place in places if place[2] > self._pos), None)
        else:
            place = _regex.find(self.pattern._program, self._string, self._pos, self._endpos, mode)
        if place is None:
            self._pos = None
            return None
        self._pos = place[2]
        self._after_empty = place[1] == place[2]
        return _match(self.pattern, self._string, place, 0, self._endpos)


def compile(pattern, flags):
    """A Pattern, or a message and a place if there is something wrong with it; and the texts of warnings."""
    warnings, *made = _regex.compile(pattern, flags)
    if len(made) == 2:
        return made, warnings
    self = object.__new__(Pattern)
    self.pattern = pattern
    self._program, self.flags, self.groups, self._names = made
    self.groupindex = MappingProxyType(dict(self._names))
    return self, warnings


def _match(pattern, string, places, pos, endpos):
    self = object.__new__(Match)
    self.re = pattern
    self.string = string
    self._subject = _plain(string)
    self._places = places
    self.pos = pos
    self.endpos = endpos
    return self


def _bounds(pattern, string, pos, endpos):
    # The part of a string that is searched. Both must be text or both bytes.
    if isinstance(string, str):
        if isinstance(pattern.pattern, bytes):
            raise TypeError('cannot use a bytes pattern on a string-like object')
    elif isinstance(string, (bytes, bytearray)):
        if isinstance(pattern.pattern, str):
            raise TypeError('cannot use a string pattern on a bytes-like object')
    else:
        raise TypeError(f'expected string or bytes-like object, got {type(string).__name__!r}')
    endpos = min(max(endpos, 0), len(string))
    return min(max(pos, 0), endpos), endpos


def _find(pattern, string, pos, endpos, mode):
    pos, endpos = _bounds(pattern, string, pos, endpos)
    places = _regex.find(pattern._program, _plain(string), pos, endpos, mode)
    return None if places is None else _match(pattern, string, places, pos, endpos)


def _plain(string):
    # What is searched: bytes for a bytearray.
    return string if isinstance(string, (str, bytes)) else bytes(string)


def _texts(string, places, default):
    # The groups of a match.
    return [string[places[at]:places[at + 1]] if places[at] >= 0 else default for at in range(3, len(places), 2)]


def _substitute(pattern, repl, string, count):
    _bounds(pattern, string, 0, 0)
    template = None if callable(repl) else _template(pattern, repl)
    string = _plain(string)
    if count < 0:
        return string[:], 0
    empty = string[:0]
    parts = []
    end = 0
    found = _regex.find_all(pattern._program, string, 0, len(string), count)
    for places in found:
        parts.append(string[end:places[1]])
        end = places[2]
        if template is not None:
            parts += _filled(template, string, places, empty)
            continue
        replacement = repl(_match(pattern, string, places, 0, len(string)))
        if replacement is not None:
            parts.append(replacement)
    parts.append(string[end:])
    return empty.join(parts), len(found)


def _template(pattern, template):
    # What a template consists of: texts and numbers of groups in turn, a text first and last.
    import re
    return re._template(pattern, template)


def _filled(template, string, places, empty):
    # The template's parts, and the groups between them.
    if len(template) == 1:
        return template
    return [part if at % 2 == 0 else _group(string, places, part, empty) for at, part in enumerate(template)]


def _group(string, places, number, default):
    start = places[2 * number + 1]
    return string[start:places[2 * number + 2]] if start >= 0 else default
