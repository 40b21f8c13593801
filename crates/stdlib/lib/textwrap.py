# textwrap: wrap, fill and dedent text. No native hooks.

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']


def dedent(text):
    """Remove the white space that all lines begin with."""
    lines = text.split('\n')
    margin = None
    for line in lines:
        stripped = line.lstrip(' \t')
        if not stripped:
            continue
        lead = line[:len(line) - len(stripped)]
        if margin is None:
            margin = lead
        else:
            size = 0
            while size < len(margin) and size < len(lead) and margin[size] == lead[size]:
                size += 1
            margin = margin[:size]
    size = len(margin or '')
    return '\n'.join([line[size:] if line.strip(' \t') else '' for line in lines])


def indent(text, prefix, predicate=None):
    """Put a prefix before each line that is not blank."""
    result = []
    for line in text.splitlines(True):
        if predicate(line) if predicate else line.strip():
            line = prefix + line
        result.append(line)
    return ''.join(result)


class TextWrapper:
    """Breaks text into lines."""

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        # Words and the white space between them; words are divided after hyphens between letters.
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for character in '\t\n\x0b\x0c\r':
                text = text.replace(character, ' ')
        chunks = []
        place = 0
        while place < len(text):
            end = place
            blank = text[place] == ' '
            while end < len(text) and (text[end] == ' ') == blank:
                end += 1
            piece = text[place:end]
            if blank or not self.break_on_hyphens:
                chunks.append(piece)
            else:
                start = 0
                for i in range(2, len(piece) - 1):
                    if piece[i] == '-' and piece[i - 1].isalpha() and piece[i - 2].isalpha() and piece[i + 1].isalpha() \
                            and i - start >= 2:
                        chunks.append(piece[start:i + 1])
                        start = i + 1
                chunks.append(piece[start:])
            place = end
        return chunks

    def wrap(self, text):
        """A list of lines."""
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        chunks = self._chunks(text)
        chunks.reverse()
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                chunks.pop()
            line = []
            size = 0
            while chunks and size + len(chunks[-1]) <= width:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                size = self._break(chunks, line, size, width)
            if self.drop_whitespace and line and line[-1].strip() == '':
                size -= len(line.pop())
            if line:
                if self.max_lines is None or len(lines) + 1 < self.max_lines \
                        or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) \
                        and size <= width:
                    lines.append(indent + ''.join(line))
                else:
                    self._cut(lines, line, size, width, indent)
                    break
        return lines

    def _break(self, chunks, line, size, width):
        space = max(width - size, 1) if width < 1 else width - size
        if self.break_long_words:
            line.append(chunks[-1][:space])
            chunks[-1] = chunks[-1][space:]
            if not chunks[-1]:
                chunks.pop()
            return size + space
        if not line:
            line.append(chunks.pop())
            return size + len(line[-1])
        return size

    def _cut(self, lines, line, size, width, indent):
        while line:
            if line[-1].strip() and size + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + ''.join(line))
                return
            size -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        """The lines as one text."""
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    """A list of lines of at most so many characters."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The text in lines of at most so many characters."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text cut to one line."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))
