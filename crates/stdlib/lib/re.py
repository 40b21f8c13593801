"""Support for regular expressions (RE)."""
# Native hooks: _sre, on which the patterns and matches are. What a pattern may hold is read there.

import enum
import functools
import _sre

__all__ = [
    'match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge', 'escape', 'error',
    'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL',
    'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag', 'PatternError',
]

Pattern = _sre.Pattern
Match = _sre.Match


class PatternError(Exception):
    """Exception raised for invalid regular expressions.

    Attributes:

        msg: The unformatted error message
        pattern: The regular expression pattern
        pos: The index in the pattern where compilation failed (may be None)
        lineno: The line corresponding to pos (may be None)
        colno: The column corresponding to pos (may be None)
    """

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            msg = f'{msg} at position {pos}'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error = PatternError


@enum.global_enum
class RegexFlag(enum.IntFlag):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string, returning a Match object, or None if no match was found."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string, returning a Match object, or None if no match was found."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern, returning a Match object, or None if none was found."""
    return _compile(pattern, flags).search(string)


# Tells an argument that was given by its place, which is no longer liked, from one that was not given.
_NOT_GIVEN = object()


def _optional(names, values, given):
    # The arguments that may still be given by place, with a warning.
    import warnings
    values = list(values)
    for name, value, place in zip(names, given, range(len(names))):
        if values[place] is not _NOT_GIVEN:
            raise TypeError(f'multiple values for argument {name!r}')
        values[place] = value
    if len(given) > len(names):
        return values, True
    warnings.warn(f'{names[0]!r} is passed as positional argument', DeprecationWarning, stacklevel=3)
    return values, False


def sub(pattern, repl, string, *args, count=_NOT_GIVEN, flags=_NOT_GIVEN):
    """Return the string obtained by replacing the leftmost non-overlapping occurrences of the pattern in string by repl."""
    if args:
        (count, flags), excess = _optional(('count', 'flags'), (count, flags), args)
        if excess:
            raise TypeError(f'sub() takes from 3 to 5 positional arguments but {3 + len(args)} were given')
    count = 0 if count is _NOT_GIVEN else count
    return _compile(pattern, 0 if flags is _NOT_GIVEN else flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_NOT_GIVEN, flags=_NOT_GIVEN):
    """Return a 2-tuple containing (new_string, number): what sub() gives, and how many substitutions were made."""
    if args:
        (count, flags), excess = _optional(('count', 'flags'), (count, flags), args)
        if excess:
            raise TypeError(f'subn() takes from 3 to 5 positional arguments but {3 + len(args)} were given')
    count = 0 if count is _NOT_GIVEN else count
    return _compile(pattern, 0 if flags is _NOT_GIVEN else flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_NOT_GIVEN, flags=_NOT_GIVEN):
    """Split the source string by the occurrences of the pattern, returning a list containing the resulting substrings."""
    if args:
        (maxsplit, flags), excess = _optional(('maxsplit', 'flags'), (maxsplit, flags), args)
        if excess:
            raise TypeError(f'split() takes from 2 to 4 positional arguments but {2 + len(args)} were given')
    maxsplit = 0 if maxsplit is _NOT_GIVEN else maxsplit
    return _compile(pattern, 0 if flags is _NOT_GIVEN else flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """Return a list of all non-overlapping matches in the string."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over all non-overlapping matches in the string."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """Compile a regular expression pattern, returning a Pattern object."""
    return _compile(pattern, flags)


def purge():
    """Clear the regular expression caches."""
    _cache.clear()
    _template.cache_clear()


_SPECIAL = {ord(character): '\\' + character for character in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """Escape special characters in a string."""
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, 'latin1').translate(_SPECIAL).encode('latin1')


# The patterns used last, the newest at the end.
_cache = {}
_MAX_CACHE = 512


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    try:
        return _cache[type(pattern), pattern, flags]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    # For flags that are no number, the error of CPython.
    flags & 1
    compiled, found = _sre.compile(pattern, flags)
    if found:
        import warnings
        for text in found:
            warnings.warn(text, FutureWarning, stacklevel=3)
    if not isinstance(compiled, Pattern):
        message, place = compiled
        raise PatternError(message, pattern, place)
    if len(_cache) >= _MAX_CACHE:
        del _cache[next(iter(_cache))]
    _cache[type(pattern), pattern, flags] = compiled
    return compiled


@functools.lru_cache(maxsize=512)
def _template(pattern, template):
    # What a replacement consists of: texts and numbers of groups in turn, a text first and last.
    is_text = isinstance(template, str)
    text = template if is_text else str(template, 'latin1')
    if '\\' not in text:
        return [template]
    parts = ['']
    at = 0
    while at < len(text):
        if text[at] != '\\':
            end = text.find('\\', at)
            end = len(text) if end < 0 else end
            parts[-1] += text[at:end]
            at = end
            continue
        piece, at = _template_escape(pattern, template, text, at)
        if isinstance(piece, str):
            parts[-1] += piece
        else:
            parts += [piece, '']
    if is_text:
        return parts
    return [part.encode('latin1') if isinstance(part, str) else part for part in parts]


_ESCAPES = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}
_OCTAL = '01234567'
_DIGITS = '0123456789'


def _template_escape(pattern, template, text, at):
    # What the escape at a place of a replacement stands for, text or the number of a group, and where it ends.
    sign = text[at + 1:at + 2]
    if not sign:
        raise PatternError('bad escape (end of pattern)', template, at)
    if sign == 'g':
        return _template_group(pattern, template, text, at + 2)
    if sign == '0':
        end = at + 2
        while end < at + 4 and text[end:end + 1] and text[end] in _OCTAL:
            end += 1
        return chr(int(text[at + 1:end], 8) & 0xff), end
    if sign in _DIGITS:
        end = at + 2
        if text[end:end + 1] and text[end] in _DIGITS:
            end += 1
            if sign in _OCTAL and text[at + 2] in _OCTAL and text[end:end + 1] and text[end] in _OCTAL:
                end += 1
                code = int(text[at + 1:end], 8)
                if code > 0o377:
                    message = f'octal escape value {text[at:end]} outside of range 0-0o377'
                    raise PatternError(message, template, at)
                return chr(code), end
        return _group_number(pattern, template, int(text[at + 1:end]), at + 1), end
    if sign in _ESCAPES:
        return _ESCAPES[sign], at + 2
    if sign.isascii() and sign.isalpha():
        raise PatternError(f'bad escape \\{sign}', template, at)
    return '\\' + sign, at + 2


def _template_group(pattern, template, text, at):
    # The number of the group named in angle brackets at a place, and where they end.
    if text[at:at + 1] != '<':
        raise PatternError('missing <', template, at)
    at += 1
    end = text.find('>', at)
    if end < 0:
        if at == len(text):
            raise PatternError('missing group name', template, at)
        raise PatternError('missing >, unterminated name', template, at)
    name = text[at:end]
    if not name:
        raise PatternError('missing group name', template, at)
    if name.isdecimal() and name.isascii():
        return _group_number(pattern, template, int(name), at), end + 1
    if not name.isidentifier() or not (isinstance(template, str) or name.isascii()):
        shown = repr(name) if isinstance(template, str) else ascii(name)
        raise PatternError(f'bad character in group name {shown}', template, at)
    if name not in pattern.groupindex:
        raise IndexError(f'unknown group name {name!r}')
    return pattern.groupindex[name], end + 1


def _group_number(pattern, template, number, at):
    if number > pattern.groups:
        raise PatternError(f'invalid group reference {number}', template, at)
    return number


def _pickle(pattern):
    return _compile, (pattern.pattern, pattern.flags)


import copyreg
copyreg.pickle(Pattern, _pickle, _compile)
del copyreg
