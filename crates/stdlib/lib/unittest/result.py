"""Test result object"""

import io
import sys
import traceback

_STDOUT = '\nStdout:\n%s'
_STDERR = '\nStderr:\n%s'


class TestResult:
    """Holds what became of the tests that were run."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._originals = None
        self._mirror = False

    def printErrors(self):
        "Called by TestRunner after test run"

    def startTest(self, test):
        "Called when the given test is about to be run"
        self.testsRun += 1
        self._mirror = False
        self._start_buffer()

    def _start_buffer(self):
        if self.buffer:
            if self._originals is None:
                self._originals = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def startTestRun(self):
        """Called once before any tests are executed."""

    def stopTest(self, test):
        """Called when the given test has been run"""
        self._stop_buffer()
        self._mirror = False

    def _stop_buffer(self):
        if self._originals is None:
            return
        outputs = sys.stdout.getvalue(), sys.stderr.getvalue()
        sys.stdout, sys.stderr = self._originals
        if self._mirror:
            for text, stream, form in zip(outputs, self._originals, (_STDOUT, _STDERR)):
                if text:
                    stream.write(form % _with_newline(text))
        self._originals = None

    def stopTestRun(self):
        """Called once after all tests are executed."""

    def addError(self, test, err):
        """Called when an error has occurred. 'err' is a tuple of values as returned by sys.exc_info()."""
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._failed()

    def addFailure(self, test, err):
        """Called when a failure has occurred. 'err' is a tuple of values as returned by sys.exc_info()."""
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._failed()

    def addSubTest(self, test, subtest, err):
        """Called at the end of a subtest. 'err' is None if the subtest ended successfully."""
        if err is not None:
            kept = self.failures if issubclass(err[0], test.failureException) else self.errors
            kept.append((subtest, self._exc_info_to_string(err, test)))
            self._failed()

    def _failed(self):
        if self.failfast:
            self.stop()
        self._mirror = True

    def addSuccess(self, test):
        "Called when a test has completed successfully"

    def addSkip(self, test, reason):
        """Called when a test is skipped."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """Called when an expected failure/error occurred."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        """Called when a test was expected to fail, but succeed."""
        self.unexpectedSuccesses.append(test)
        if self.failfast:
            self.stop()

    def addDuration(self, test, elapsed):
        """Called when a test finished to run, regardless of its outcome."""
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        """Tells whether or not this result was a success."""
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        """Indicates that the tests should be aborted."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        # The report of an exception, without the frames of this package at its ends.
        _, value, tb = err
        text = _report(value, tb, isinstance(value, test.failureException))
        if self._originals is not None:
            for output, form in zip((sys.stdout.getvalue(), sys.stderr.getvalue()), (_STDOUT, _STDERR)):
                if output:
                    text += form % _with_newline(output)
        return text

    def __repr__(self):
        return '<%s.%s run=%i errors=%i failures=%i>' % (self.__class__.__module__, self.__class__.__qualname__,
                                                         self.testsRun, len(self.errors), len(self.failures))


def _with_newline(text):
    return text if text.endswith('\n') else text + '\n'


def _is_ours(entry):
    return entry.filename.startswith('<frozen unittest')


def _report(value, tb, is_failure):
    before = ''
    if value.__cause__ is not None:
        cause = value.__cause__
        before = (_report(cause, cause.__traceback__, is_failure)
                  + '\nThe above exception was the direct cause of the following exception:\n\n')
    elif value.__context__ is not None and not value.__suppress_context__:
        context = value.__context__
        before = (_report(context, context.__traceback__, is_failure)
                  + '\nDuring handling of the above exception, another exception occurred:\n\n')
    entries = list(traceback.extract_tb(tb))
    while entries and _is_ours(entries[0]):
        del entries[0]
    while is_failure and entries and _is_ours(entries[-1]):
        del entries[-1]
    heading = ['Traceback (most recent call last):\n'] if entries else []
    lines = heading + traceback.format_list(entries) + traceback.format_exception_only(type(value), value)
    return before + ''.join(lines)
