"""The contexts that assertRaises and its kin give when there is no callable."""

import collections
import re
import warnings


class _Raises:
    """What assertRaises and its kin give without a callable: a context that wants an exception."""

    def __init__(self, expected, test_case, pattern=None):
        self.test_case = test_case
        self.expected = expected
        self.pattern = None if pattern is None else re.compile(pattern)
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        """The context itself; or, with a callable, whether it raises."""
        if not _is_kind(self.expected, self._base_type):
            raise TypeError('%s() arg 1 must be %s' % (name, self._base_type_str))
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError('%r is an invalid keyword argument for this function' % (next(iter(kwargs)),))
            return self
        function, *args = args
        self.obj_name = getattr(function, '__name__', None) or str(function)
        with self:
            function(*args, **kwargs)

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))

    def _fail_missing(self, what):
        expected = self.expected
        name = getattr(expected, '__name__', None) or str(expected)
        self._fail(f'{name} not {what} by {self.obj_name}' if self.obj_name else f'{name} not {what}')


def _is_kind(expected, base):
    if isinstance(expected, tuple):
        return all(_is_kind(one, base) for one in expected)
    return isinstance(expected, type) and issubclass(expected, base)


class _AssertRaisesContext(_Raises):
    """A context manager used to implement TestCase.assertRaises* methods."""

    _base_type = BaseException
    _base_type_str = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._fail_missing('raised')
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.pattern is not None and not self.pattern.search(str(exc_value)):
            self._fail('"{}" does not match "{}"'.format(self.pattern.pattern, str(exc_value)))
        return True


class _AssertWarnsContext(_Raises):
    """A context manager used to implement TestCase.assertWarns* methods."""

    _base_type = Warning
    _base_type_str = 'a warning type or tuple of warning types'

    def __enter__(self):
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for found in self.warnings:
            warning = found.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.pattern is not None and not self.pattern.search(str(warning)):
                continue
            self.warning = warning
            self.filename = found.filename
            self.lineno = found.lineno
            return
        if first is not None:
            self._fail('"{}" does not match "{}"'.format(self.pattern.pattern, str(first)))
        self._fail_missing('triggered')


_LoggingWatcher = collections.namedtuple('_LoggingWatcher', ['records', 'output'])


class _AssertLogsContext:
    """A context manager for assertLogs() and assertNoLogs()"""

    FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, test_case, logger_name, level, no_logs):
        import logging
        self.test_case = test_case
        self.logger_name = logger_name
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        import logging
        watcher = _LoggingWatcher([], [])

        class Capturing(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        if isinstance(self.logger_name, logging.Logger):
            logger = self.logger = self.logger_name
        else:
            logger = self.logger = logging.getLogger(self.logger_name)
        handler = Capturing()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(self.FORMAT))
        self.watcher = watcher
        self._old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watcher

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self._old
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.no_logs:
            if self.watcher.records:
                self._fail('Unexpected logs found: {!r}'.format(self.watcher.output))
        elif not self.watcher.records:
            level = logging.getLevelName(self.level)
            self._fail('no logs of level {} or higher triggered on {}'.format(level, self.logger.name))

    def _fail(self, message):
        raise self.test_case.failureException(self.test_case._formatMessage(None, message))
