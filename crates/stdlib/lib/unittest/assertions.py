"""What a test case can assert, and what it says when that does not hold."""

import collections
import difflib
import pprint
import re
from .contexts import _AssertLogsContext, _AssertRaisesContext, _AssertWarnsContext

_DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'
# Longer reprs are cut in short messages.
_MAX_LENGTH = 80
# About as long is what stands for characters that are left out.
_PLACEHOLDER = 12


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    return text if not short or len(text) < _MAX_LENGTH else text[:_MAX_LENGTH] + ' [truncated]...'


def _common_shorten_repr(*values):
    # The reprs of values; of long ones what is the same at their beginnings is left out.
    reprs = tuple(map(safe_repr, values))
    longest = max(map(len, reprs))
    if longest <= _MAX_LENGTH:
        return reprs
    prefix = ''.join(a for a, b in _until_different(min(reprs), max(reprs)))
    length = len(prefix)
    common = _MAX_LENGTH - (longest - length + 5 + _PLACEHOLDER)
    if common > 5:
        prefix = _shorten(prefix, 5, common)
        return tuple(prefix + text[length:] for text in reprs)
    prefix = _shorten(prefix, 5, 5)
    return tuple(prefix + _shorten(text[length:], _MAX_LENGTH - 15 - 2 * _PLACEHOLDER, 5) for text in reprs)


def _until_different(a, b):
    for pair in zip(a, b):
        if pair[0] != pair[1]:
            return
        yield pair


def _shorten(text, prefix, suffix):
    skip = len(text) - prefix - suffix
    if skip > _PLACEHOLDER:
        text = '%s[%d chars]%s' % (text[:prefix], skip, text[len(text) - suffix:])
    return text


class Assertions:
    """The assertions of a test case."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16
    # What assertEqual passes two values of the same type on to.
    _SPECIFIC = {dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual', set: 'assertSetEqual',
                 frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}

    def addTypeEqualityFunc(self, typeobj, function):
        """Add a type specific assertEqual style function to compare a type."""
        self._type_equality_funcs[typeobj] = function

    def fail(self, msg=None):
        """Fail immediately, with the given message."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        # The message of a failure, with what the test has to say of it.
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        return '%s : %s' % (standardMsg, msg)

    def _require(self, holds, msg, standard, *values):
        # Fails unless something holds.
        if not holds:
            raise self.failureException(self._formatMessage(msg, standard % tuple(map(safe_repr, values))))

    def assertFalse(self, expr, msg=None):
        """Check that the expression is false."""
        self._require(not expr, msg, '%s is not false', expr)

    def assertTrue(self, expr, msg=None):
        """Check that the expression is true."""
        self._require(expr, msg, '%s is not true', expr)

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fail unless an exception of class expected_exception is raised by the callable, or in the context."""
        return _AssertRaisesContext(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Fail unless a warning of class warnClass is triggered by the callable, or in the context."""
        return _AssertWarnsContext(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """Asserts that the message in a raised exception matches a regex."""
        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle('assertRaisesRegex', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """Asserts that the message in a triggered warning matches a regexp."""
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """Fail unless a log message of level level or higher is emitted on logger_name or its children."""
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """Fail unless no log messages of level level or higher are emitted on logger_name or its children."""
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def assertEqual(self, first, second, msg=None):
        """Fail if the two objects are unequal as determined by the '==' operator."""
        function = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if function is None:
            self._baseAssertEqual(first, second, msg)
        elif isinstance(function, str):
            getattr(self, function)(first, second, msg=msg)
        else:
            function(first, second, msg=msg)

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self.fail(self._formatMessage(msg, '%s != %s' % _common_shorten_repr(first, second)))

    def assertNotEqual(self, first, second, msg=None):
        """Fail if the two objects are equal as determined by the '!=' operator."""
        self._require(first != second, msg, '%s == %s', first, second)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if the two objects are unequal when rounded to the given number of places (7), or differ by more than delta."""
        if first == second:
            return
        near, within = self._nearness(first, second, places, delta)
        standard = '%s != %s within %s (%s difference)' % (safe_repr(first), safe_repr(second), within,
                                                           safe_repr(abs(first - second)))
        if not near:
            raise self.failureException(self._formatMessage(msg, standard))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if the two objects are equal when rounded to the given number of places (7), or differ by less than delta."""
        near, within = self._nearness(first, second, places, delta)
        if first != second and not near:
            return
        standard = '%s == %s within %s' % (safe_repr(first), safe_repr(second), within)
        if delta is not None:
            standard += ' (%s difference)' % safe_repr(abs(first - second))
        raise self.failureException(self._formatMessage(msg, standard))

    def _nearness(self, first, second, places, delta):
        # Whether two numbers are near each other, and what that means.
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, '%s delta' % safe_repr(delta)
        places = 7 if places is None else places
        return round(difference, places) == 0, '%r places' % places

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """An equality assertion for ordered sequences (like lists and tuples)."""
        kind = 'sequence'
        if seq_type is not None:
            kind = seq_type.__name__
            for place, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException('%s sequence is not a %s: %s' % (place, kind, safe_repr(seq)))
        if seq1 == seq2:
            return
        standard = '%ss differ: %s != %s\n' % ((kind.capitalize(),) + _common_shorten_repr(seq1, seq2))
        standard += _first_difference(seq1, seq2, kind)
        lines = difflib.ndiff(pprint.pformat(seq1).splitlines(), pprint.pformat(seq2).splitlines())
        standard = self._truncateMessage(standard, '\n' + '\n'.join(lines))
        self.fail(self._formatMessage(msg, standard))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + (_DIFF_OMITTED % len(diff))

    def assertListEqual(self, list1, list2, msg=None):
        """A list-specific equality assertion."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """A tuple-specific equality assertion."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """A set-specific equality assertion."""
        try:
            only_first = set1.difference(set2)
            only_second = set2.difference(set1)
        except TypeError as error:
            self.fail('invalid type when attempting set difference: %s' % error)
        except AttributeError as error:
            self.fail('first argument does not support set difference: %s' % error)
        lines = []
        for place, items, other in (('first', only_first, 'second'), ('second', only_second, 'first')):
            if items:
                lines.append(f'Items in the {place} set but not the {other}:')
                lines.extend(repr(item) for item in items)
        if lines:
            self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertIn(self, member, container, msg=None):
        """Just like self.assertTrue(a in b), but with a nicer default message."""
        self._require(member in container, msg, '%s not found in %s', member, container)

    def assertNotIn(self, member, container, msg=None):
        """Just like self.assertTrue(a not in b), but with a nicer default message."""
        self._require(member not in container, msg, '%s unexpectedly found in %s', member, container)

    def assertIs(self, expr1, expr2, msg=None):
        """Just like self.assertTrue(a is b), but with a nicer default message."""
        self._require(expr1 is expr2, msg, '%s is not %s', expr1, expr2)

    def assertIsNot(self, expr1, expr2, msg=None):
        """Just like self.assertTrue(a is not b), but with a nicer default message."""
        self._require(expr1 is not expr2, msg, 'unexpectedly identical: %s', expr1)

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            lines = difflib.ndiff(pprint.pformat(d1).splitlines(), pprint.pformat(d2).splitlines())
            standard = self._truncateMessage('%s != %s' % _common_shorten_repr(d1, d2), '\n' + '\n'.join(lines))
            self.fail(self._formatMessage(msg, standard))

    def assertCountEqual(self, first, second, msg=None):
        """Asserts that two iterables have the same elements, the same number of times, without regard to order."""
        rows = _count_differences(list(first), list(second))
        if rows:
            lines = ['First has %d, Second has %d:  %r' % row for row in rows]
            standard = self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines))
            self.fail(self._formatMessage(msg, standard))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Assert that two multi-line strings are equal."""
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        standard = '%s != %s' % _common_shorten_repr(first, second)
        # A lone line gets an end, for the marks below it.
        if '\n' not in first.rstrip('\r\n') or '\n' not in second.rstrip('\r\n'):
            first, second = (text if text.endswith('\n') else text + '\n' for text in (first, second))
        lines = list(difflib.ndiff(first.splitlines(keepends=True), second.splitlines(keepends=True)))
        diff = '\n' + ''.join(lines)
        self.fail(self._formatMessage(msg, self._truncateMessage(standard, diff)))

    def assertLess(self, a, b, msg=None):
        """Just like self.assertTrue(a < b), but with a nicer default message."""
        self._require(a < b, msg, '%s not less than %s', a, b)

    def assertLessEqual(self, a, b, msg=None):
        """Just like self.assertTrue(a <= b), but with a nicer default message."""
        self._require(a <= b, msg, '%s not less than or equal to %s', a, b)

    def assertGreater(self, a, b, msg=None):
        """Just like self.assertTrue(a > b), but with a nicer default message."""
        self._require(a > b, msg, '%s not greater than %s', a, b)

    def assertGreaterEqual(self, a, b, msg=None):
        """Just like self.assertTrue(a >= b), but with a nicer default message."""
        self._require(a >= b, msg, '%s not greater than or equal to %s', a, b)

    def assertIsNone(self, obj, msg=None):
        """Same as self.assertTrue(obj is None), with a nicer default message."""
        self._require(obj is None, msg, '%s is not None', obj)

    def assertIsNotNone(self, obj, msg=None):
        """Included for symmetry with assertIsNone."""
        self._require(obj is not None, msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        """Same as self.assertTrue(isinstance(obj, cls)), with a nicer default message."""
        self._require(isinstance(obj, cls), msg, '%s is not an instance of %s', obj, cls)

    def assertNotIsInstance(self, obj, cls, msg=None):
        """Included for symmetry with assertIsInstance."""
        self._require(not isinstance(obj, cls), msg, '%s is an instance of %s', obj, cls)

    def assertRegex(self, text, expected_regex, msg=None):
        """Fail the test unless the text matches the regular expression."""
        if isinstance(expected_regex, (str, bytes)):
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            standard = "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text)
            raise self.failureException(self._formatMessage(msg, standard))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """Fail the test if the text matches the regular expression."""
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            standard = 'Regex matched: %r matches %r in %r' % (text[match.start():match.end()], unexpected_regex.pattern, text)
            raise self.failureException(self._formatMessage(msg, standard))


def _first_difference(seq1, seq2, kind):
    # What tells two sequences apart: the first items that differ, and items that only one of them has.
    text = ''
    try:
        length1, length2 = len(seq1), len(seq2)
    except (TypeError, NotImplementedError):
        return text
    for place, (a, b) in enumerate(zip(seq1, seq2)):
        if a != b:
            text += '\nFirst differing element %d:\n%s\n%s\n' % ((place,) + _common_shorten_repr(a, b))
            break
    else:
        if length1 == length2 and type(seq1) != type(seq2):
            return text
    if length1 != length2:
        name, longer, extra = ('First', seq1, length1 - length2) if length1 > length2 else ('Second', seq2, length2 - length1)
        shorter = min(length1, length2)
        text += '\n%s %s contains %d additional elements.\n' % (name, kind, extra)
        text += 'First extra element %d:\n%s\n' % (shorter, safe_repr(longer[shorter]))
    return text


def _count_differences(first, second):
    # (times in the first, times in the second, item), where these numbers differ.
    try:
        counts = collections.Counter(first), collections.Counter(second)
        items = [*counts[0], *(item for item in counts[1] if item not in counts[0])]
        rows = [(counts[0][item], counts[1][item], item) for item in items]
    except TypeError:
        seen = []
        for item in first + second:
            if item not in seen:
                seen.append(item)
        rows = [(first.count(item), second.count(item), item) for item in seen]
    return [row for row in rows if row[0] != row[1]]
