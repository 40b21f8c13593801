# string: sets of characters, templates, formatting. No native hooks.

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalise each word."""
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    """A text with $names to put values in."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        # Pieces of text and fields in order: ('text', s), ('name', name, as written), ('bad', as written, place).
        text = self.template
        mark = self.delimiter
        parts = []
        place = 0
        while True:
            start = text.find(mark, place)
            if start < 0:
                parts.append(('text', text[place:]))
                return parts
            parts.append(('text', text[place:start]))
            place = start + len(mark)
            if text.startswith(mark, place):
                parts.append(('text', mark))
                place += len(mark)
                continue
            braced = text.startswith('{', place)
            begin = place + 1 if braced else place
            end = begin
            while end < len(text) and (text[end] in ascii_letters or text[end] == '_'
                                       or end > begin and text[end] in digits):
                end += 1
            if end == begin or braced and text[end:end + 1] != '}':
                parts.append(('bad', mark, start))
                continue
            place = end + 1 if braced else end
            parts.append(('name', text[begin:end], text[start:place]))

    def _fill(self, mapping, strict):
        filled = []
        for part in self._parts():
            if part[0] == 'text':
                filled.append(part[1])
            elif part[0] == 'bad':
                if strict:
                    self._invalid(part[2])
                filled.append(part[1])
            elif strict:
                filled.append(str(mapping[part[1]]))
            else:
                try:
                    filled.append(str(mapping[part[1]]))
                except KeyError:
                    filled.append(part[2])
        return ''.join(filled)

    def _invalid(self, place):
        lines = self.template[:place].splitlines(keepends=True)
        if lines:
            column = place - len(''.join(lines[:-1])) + 1
            line = len(lines)
        else:
            column = 1
            line = 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def substitute(self, mapping={}, /, **kws):
        """The text with the values; KeyError for one that is missing."""
        return self._fill({**mapping, **kws} if kws else mapping, True)

    def safe_substitute(self, mapping={}, /, **kws):
        """The text with the values; what is missing stays as it is."""
        return self._fill({**mapping, **kws} if kws else mapping, False)

    def is_valid(self):
        """Whether every $ begins a name or is doubled."""
        return all([part[0] != 'bad' for part in self._parts()])

    def get_identifiers(self):
        """The names in the text, each once."""
        names = []
        for part in self._parts():
            if part[0] == 'name' and part[1] not in names:
                names.append(part[1])
        return names


class Formatter:
    """str.format as a class, to derive from."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
