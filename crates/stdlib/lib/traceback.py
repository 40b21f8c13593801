# traceback: exceptions and stacks as text. The text itself is made by native code, the same that reports uncaught exceptions.
# Native hooks: `_traceback.format(exc, limit, chain)` -> str, the whole report of an exception (limit: None or number of entries,
# negative for the last ones; chain: causes and contexts too); `_traceback.format_only(exc)` -> str, its last line(s);
# `_traceback.entries(tb)` -> list of (filename, lineno, end_lineno, colno, end_colno, name) of a traceback object, outermost first;
# `_traceback.format_entries(entries)` -> str, such entries as in a report, with source lines and carets (no heading);
# `_traceback.source_line(filename, lineno)`; `sys._getframe`, `sys.exception`.

import sys
import _traceback

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_absent = object()
_HEADING = 'Traceback (most recent call last):\n'


class FrameSummary:
    """One entry of a traceback."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self.locals = locals
        self._line = line

    @property
    def line(self):
        """The source line, without the white space around it."""
        if self._line is None and self.lineno is not None:
            self._line = _traceback.source_line(self.filename, self.lineno) or ''
        return None if self._line is None else self._line.strip()

    def _fields(self):
        return self.filename, self.lineno, self.name, self.line

    def __iter__(self):
        return iter(self._fields())

    def __getitem__(self, place):
        return self._fields()[place]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._fields() == other._fields()
        if isinstance(other, tuple):
            return self._fields() == other
        return NotImplemented

    def __repr__(self):
        return '<FrameSummary file %s, line %s in %s>' % (self.filename, self.lineno, self.name)

    def _entry(self):
        return (self.filename, self.lineno, self.end_lineno, self.colno, self.end_colno, self.name)


class StackSummary(list):
    """The entries of a traceback."""

    @classmethod
    def from_list(cls, a_list):
        """From entries, or tuples of (filename, lineno, name, line)."""
        result = cls()
        for item in a_list:
            if not isinstance(item, FrameSummary):
                filename, lineno, name, line = item
                item = FrameSummary(filename, lineno, name, line=line)
            result.append(item)
        return result

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """From pairs of frame and line."""
        result = cls()
        for frame, lineno in frame_gen:
            result.append(FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name))
        return cls.from_list(_limited(result, limit))

    def format(self, **kwargs):
        """A list of texts, one per entry."""
        return [self.format_frame_summary(entry) for entry in self]

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text of one entry."""
        if frame_summary._line is not None and frame_summary.colno is None:
            text = '  File "%s", line %s, in %s\n' % (frame_summary.filename, frame_summary.lineno, frame_summary.name)
            return text + '    %s\n' % frame_summary.line if frame_summary.line else text
        return _traceback.format_entries([frame_summary._entry()])


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    if limit >= 0:
        return entries[:limit]
    return entries[limit:]


def _target(file):
    return sys.stderr if file is None else file


def _exception_of(exc, value):
    if exc is not _absent and value is _absent:
        if not isinstance(exc, BaseException) and exc is not None:
            raise TypeError('Exception expected for value, %s found' % type(exc).__name__)
        return exc
    return value


# ---- exceptions ----

def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True, **kwargs):
    """The report of an exception, as a list of texts."""
    exception = _exception_of(exc, value)
    if exception is None:
        return ['NoneType: None\n']
    if tb is None and exception.__traceback__ is not None:
        exception = _without_traceback(exception)
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    return _split(_traceback.format(exception, limit, chain))


def _without_traceback(exception):
    import copy
    bare = copy.copy(exception)
    bare.__cause__ = exception.__cause__
    bare.__context__ = exception.__context__
    bare.__suppress_context__ = exception.__suppress_context__
    return bare.with_traceback(None)


def _split(text):
    # One item for the heading, each entry with its source line, and the last line.
    parts = []
    for line in text.splitlines(keepends=True):
        if parts and line.startswith('    ') and parts[-1].startswith('  File '):
            parts[-1] += line
        else:
            parts.append(line)
    return parts


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True, **kwargs):
    """Write the report of an exception."""
    _target(file).write(''.join(format_exception(exc, value, tb, limit, chain)))


def format_exception_only(exc, /, value=_absent, *, show_group=False, **kwargs):
    """The last line of the report, with its notes, as a list of texts."""
    exception = _exception_of(exc, value)
    if exception is None:
        return ['NoneType: None\n']
    return _traceback.format_only(exception).splitlines(keepends=True)


def print_exc(limit=None, file=None, chain=True):
    """Write the report of the exception being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The report of the exception being handled."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Write the report of the last uncaught exception."""
    if not hasattr(sys, 'last_exc'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


# ---- tracebacks ----

def extract_tb(tb, limit=None):
    """The entries of a traceback."""
    result = StackSummary()
    if tb is not None:
        for filename, lineno, end_lineno, colno, end_colno, name in _traceback.entries(tb):
            result.append(FrameSummary(filename, lineno, name, end_lineno=end_lineno, colno=colno, end_colno=end_colno))
    return StackSummary.from_list(_limited(result, limit))


def format_tb(tb, limit=None):
    """The entries of a traceback as a list of texts."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Write the entries of a traceback."""
    _target(file).write(''.join(format_tb(tb, limit)))


def format_list(extracted_list):
    """Entries as a list of texts."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Write entries."""
    _target(file).write(''.join(format_list(extracted_list)))


def walk_tb(tb):
    """Pairs of frame and line of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    """Frames keep nothing here."""


# ---- stacks ----

def walk_stack(f):
    """Pairs of frame and line, from a frame outwards."""
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_stack(f=None, limit=None):
    """The entries of the stack, outermost first."""
    if f is None:
        f = sys._getframe(1)
    return _stack(f, limit)


def _stack(f, limit):
    entries = [FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name) for frame, lineno in walk_stack(f)]
    if limit is not None:
        # As with tracebacks, but counted from the innermost.
        entries = entries[:limit] if limit >= 0 else entries[limit:]
    entries.reverse()
    return StackSummary.from_list(entries)


def format_stack(f=None, limit=None):
    """The stack as a list of texts."""
    if f is None:
        f = sys._getframe(1)
    return _stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Write the stack."""
    if f is None:
        f = sys._getframe(1)
    _target(file).write(''.join(_stack(f, limit).format()))


class TracebackException:
    """An exception's report, taken when it is made."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        self._exception = exc_value
        self._limit = limit
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__name__ if exc_type is not None else None
        self.stack = extract_tb(exc_traceback, limit)
        self.__cause__ = None
        self.__context__ = None
        self.__suppress_context__ = getattr(exc_value, '__suppress_context__', False)
        self.__notes__ = getattr(exc_value, '__notes__', None)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """From an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True, **kwargs):
        """The report, text by text."""
        for text in format_exception(self._exception, limit=self._limit, chain=chain):
            yield text

    def format_exception_only(self, *, show_group=False, **kwargs):
        """The last line(s), text by text."""
        for text in format_exception_only(self._exception):
            yield text

    def print(self, *, file=None, chain=True, **kwargs):
        """Write the report."""
        for text in self.format(chain=chain):
            print(text, file=_target(file), end='')

    def __str__(self):
        return str(self._exception)
