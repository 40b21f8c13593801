"""Helpers for computing deltas between objects."""
# Native hooks: none. The rules, and the numbers in them, are those of Lib/difflib.py of CPython 3.13.

from collections import namedtuple
from heapq import nlargest
from types import GenericAlias

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
           'context_diff', 'unified_diff', 'diff_bytes', 'Match']

Match = namedtuple('Match', 'a b size')

# A second sequence of so many items has its frequent ones ignored.
_LONG = 200

# Lines that are less alike than this are shown as two changes, not as one.
_CUTOFF = 0.74999
# So far from its own place a line is looked for.
_WINDOW = 10


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences by the longest stretches that they share."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Set the two sequences to be compared."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Set the first sequence to be compared. What is known of the second is kept."""
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Set the second sequence to be compared."""
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = self.fullbcount = None
        self._index()

    def _index(self):
        # Where each item of the second sequence stands, without junk and what is too frequent to tell anything.
        places = {}
        for place, item in enumerate(self.b):
            places.setdefault(item, []).append(place)
        self.b2j = places
        self.bjunk = set()
        if self.isjunk:
            self.bjunk = {item for item in places if self.isjunk(item)}
            for item in self.bjunk:
                del places[item]
        self.bpopular = set()
        if self.autojunk and len(self.b) >= _LONG:
            limit = len(self.b) // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > limit}
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """Find longest matching block in a[alo:ahi] and b[blo:bhi]."""
        a, b = self.a, self.b
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        besti, bestj, size = alo, blo, 0
        # For each place in b: how long the match that ends there and at the item of a before this one is.
        lengths = {}
        for i in range(alo, ahi):
            longer = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = longer[j] = lengths.get(j - 1, 0) + 1
                if length > size:
                    besti, bestj, size = i - length + 1, j - length + 1, length
            lengths = longer
        # What was not looked for may go along with it: first what is frequent, then junk.
        for is_junk in (False, True):
            while (besti > alo and bestj > blo and (b[bestj - 1] in self.bjunk) == is_junk
                   and a[besti - 1] == b[bestj - 1]):
                besti, bestj, size = besti - 1, bestj - 1, size + 1
            while (besti + size < ahi and bestj + size < bhi and (b[bestj + size] in self.bjunk) == is_junk
                   and a[besti + size] == b[bestj + size]):
                size += 1
        return Match(besti, bestj, size)

    def get_matching_blocks(self):
        """Return list of triples describing matching subsequences."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        found = []
        rest = [(0, len(self.a), 0, len(self.b))]
        while rest:
            alo, ahi, blo, bhi = rest.pop()
            match = i, j, size = self.find_longest_match(alo, ahi, blo, bhi)
            if not size:
                continue
            found.append(match)
            if alo < i and blo < j:
                rest.append((alo, i, blo, j))
            if i + size < ahi and j + size < bhi:
                rest.append((i + size, ahi, j + size, bhi))
        found.sort()
        self.matching_blocks = list(map(Match._make, _joined(found)))
        self.matching_blocks.append(Match(len(self.a), len(self.b), 0))
        return self.matching_blocks

    def get_opcodes(self):
        """Return list of 5-tuples describing how to turn a into b."""
        if self.opcodes is not None:
            return self.opcodes
        self.opcodes = opcodes = []
        i = j = 0
        for ai, bj, size in self.get_matching_blocks():
            if i < ai or j < bj:
                tag = 'replace' if i < ai and j < bj else 'delete' if i < ai else 'insert'
                opcodes.append((tag, i, ai, j, bj))
            i, j = ai + size, bj + size
            if size:
                opcodes.append(('equal', ai, i, bj, j))
        return opcodes

    def get_grouped_opcodes(self, n=3):
        """Isolate change clusters by eliminating ranges with no changes, with n items of context."""
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        """Return a measure of the sequences' similarity (float in [0,1])."""
        matches = sum(block.size for block in self.get_matching_blocks())
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """Return an upper bound on ratio() relatively quickly."""
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            count = left.get(item, self.fullbcount.get(item, 0))
            left[item] = count - 1
            matches += count > 0
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """Return an upper bound on ratio() very quickly."""
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    __class_getitem__ = classmethod(GenericAlias)


def _joined(blocks):
    # Blocks that adjoin, as one.
    start = next_a = next_b = size = 0
    first_b = 0
    joined = []
    for i, j, length in blocks:
        if size and next_a == i and next_b == j:
            size += length
        else:
            if size:
                joined.append((start, first_b, size))
            start, first_b, size = i, j, length
        next_a, next_b = i + length, j + length
    if size:
        joined.append((start, first_b, size))
    return joined


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Use SequenceMatcher to return list of the best "good enough" matches."""
    if not n > 0:
        raise ValueError('n must be > 0: %r' % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError('cutoff must be in [0.0, 1.0]: %r' % (cutoff,))
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), candidate))
    return [candidate for _, candidate in nlargest(n, found)]


class Differ:
    """Compares sequences of lines of text, and shows what changed within lines that are alike."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """Compare two sequences of lines; generate the resulting delta."""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._replace(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from _marked('-', a, alo, ahi)
            elif tag == 'insert':
                yield from _marked('+', b, blo, bhi)
            else:
                yield from _marked(' ', a, alo, ahi)

    def _replace(self, a, alo, ahi, b, blo, bhi):
        # Lines that are alike, in pairs, and what lies between them.
        matcher = SequenceMatcher(self.charjunk)
        done_a, done_b = alo, blo
        for j in range(blo, bhi):
            place = alo + j - blo
            near = range(max(place - _WINDOW, done_a), min(place + _WINDOW + 1, ahi))
            if not near:
                break
            matcher.set_seq2(b[j])
            i = _most_alike(matcher, a, near)
            if i is None:
                continue
            yield from _unlike(a, done_a, i, b, done_b, j)
            if a[i] == b[j]:
                yield '  ' + a[i]
            else:
                matcher.set_seqs(a[i], b[j])
                yield from _changed(a[i], b[j], matcher.get_opcodes())
            done_a, done_b = i + 1, j + 1
        yield from _unlike(a, done_a, ahi, b, done_b, bhi)


def _most_alike(matcher, a, near):
    best, best_ratio = None, _CUTOFF
    for i in near:
        matcher.set_seq1(a[i])
        # The cheapest question first.
        if (matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio
                and matcher.ratio() > best_ratio):
            best, best_ratio = i, matcher.ratio()
    return best


def _marked(tag, lines, low, high):
    for i in range(low, high):
        yield '%s %s' % (tag, lines[i])


def _unlike(a, alo, ahi, b, blo, bhi):
    # Nothing goes together here: the shorter block first.
    gone, come = _marked('-', a, alo, ahi), _marked('+', b, blo, bhi)
    blocks = (come, gone) if blo < bhi and bhi - blo < ahi - alo else (gone, come)
    for block in blocks:
        yield from block


def _changed(aline, bline, opcodes):
    # Two lines with signs below them where they differ.
    asigns = bsigns = ''
    for tag, i1, i2, j1, j2 in opcodes:
        asigns += {'replace': '^', 'delete': '-', 'equal': ' '}.get(tag, '') * (i2 - i1)
        bsigns += {'replace': '^', 'insert': '+', 'equal': ' '}.get(tag, '') * (j2 - j1)
    for sign, line, signs in (('- ', aline, asigns), ('+ ', bline, bsigns)):
        yield sign + line
        signs = ''.join(c if s == ' ' and c.isspace() else s for c, s in zip(line, signs)).rstrip()
        if signs:
            yield f'? {signs}\n'


def IS_LINE_JUNK(line, pat=None):
    """Return True for ignorable line: if line is blank or contains a single '#'."""
    if pat is None:
        return line.strip() in '#'
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    """Return True for ignorable character: a space or tab."""
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """Compare a and b (lists of strings); return a Differ-style delta."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """Generate one of the two sequences that generated a delta."""
    try:
        tag = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError('unknown delta choice (must be 1 or 2): %r' % which) from None
    for line in delta:
        if line[:2] in ('  ', tag):
            yield line[2:]


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """Compare two sequences of lines; generate the delta as a unified diff."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield '--- {}{}{}'.format(fromfile, _dated(fromfiledate), lineterm)
            yield '+++ {}{}{}'.format(tofile, _dated(tofiledate), lineterm)
        first, last = group[0], group[-1]
        ranges = _unified_range(first[1], last[2]), _unified_range(first[3], last[4])
        yield '@@ -{} +{} @@{}'.format(*ranges, lineterm)
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
                continue
            if tag != 'insert':
                yield from ('-' + line for line in a[i1:i2])
            if tag != 'delete':
                yield from ('+' + line for line in b[j1:j2])


def _dated(date):
    return '\t{}'.format(date) if date else ''


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return '{}'.format(start + 1)
    # An empty range begins at the line before it.
    return '{},{}'.format(start + 1 if length else start, length)


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """Compare two sequences of lines; generate the delta as a context diff."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    prefix = dict(insert='+ ', delete='- ', replace='! ', equal='  ')
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield '*** {}{}{}'.format(fromfile, _dated(fromfiledate), lineterm)
            yield '--- {}{}{}'.format(tofile, _dated(tofiledate), lineterm)
        first, last = group[0], group[-1]
        tags = {code[0] for code in group}
        yield '***************' + lineterm
        yield '*** {} ****{}'.format(_context_range(first[1], last[2]), lineterm)
        if tags & {'replace', 'delete'}:
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    yield from (prefix[tag] + line for line in a[i1:i2])
        yield '--- {} ----{}'.format(_context_range(first[3], last[4]), lineterm)
        if tags & {'replace', 'insert'}:
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    yield from (prefix[tag] + line for line in b[j1:j2])


def _context_range(start, stop):
    length = stop - start
    beginning = start + 1 if length else start
    if length <= 1:
        return '{}'.format(beginning)
    return '{},{}'.format(beginning, beginning + length - 1)


def _check_types(a, b, *args):
    if a and not isinstance(a[0], str):
        raise TypeError('lines to compare must be str, not %s (%r)' % (type(a[0]).__name__, a[0]))
    if b and not isinstance(b[0], str):
        raise TypeError('lines to compare must be str, not %s (%r)' % (type(b[0]).__name__, b[0]))
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError('all arguments must be str, not: %r' % (arg,))


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    """Compare a and b, two sequences of lines represented as bytes rather than str."""
    def text(data):
        try:
            return data.decode('latin1')
        except AttributeError as error:
            message = 'all arguments must be bytes, not %s (%r)' % (type(data).__name__, data)
            raise TypeError(message) from error

    names = [text(name) for name in (fromfile, tofile, fromfiledate, tofiledate)]
    for line in dfunc(list(map(text, a)), list(map(text, b)), *names, n, text(lineterm)):
        yield line.encode('latin1')
