"""TestSuite"""

import sys
from . import case


class BaseTestSuite:
    """A simple test suite that doesn't provide class or module shared fixtures."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        return '<%s.%s tests=%s>' % (self.__class__.__module__, self.__class__.__qualname__, list(self))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError('{} is not callable'.format(repr(test)))
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the tests without collecting errors in a TestResult"""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A test suite is a composite test consisting of a number of TestCases, with fixtures of their classes and modules."""

    def run(self, result, debug=False):
        top = getattr(result, '_running', None) is None
        if top:
            result._running = True
            result._previous_class = None
            result._module_failed = False
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._change_fixtures(test.__class__, result)
                if getattr(test.__class__, '_class_setup_failed', False) or result._module_failed:
                    result._previous_class = test.__class__
                    continue
                result._previous_class = test.__class__
            if debug:
                test.debug()
            else:
                test(result)
        if top:
            self._change_fixtures(None, result)
            result._running = None
        return result

    def debug(self):
        """Run the tests without collecting errors in a TestResult"""
        self.run(_DebugResult(), True)

    def _change_fixtures(self, cls, result):
        # What the class and the module of the last test left is taken down, and that of the next one set up.
        previous = result._previous_class
        if cls is previous:
            return
        if previous is not None:
            self._tear_down_class(previous, result)
        old_module = getattr(previous, '__module__', None)
        new_module = getattr(cls, '__module__', None)
        if old_module != new_module:
            if previous is not None:
                self._tear_down_module(old_module, result)
            if cls is not None:
                self._set_up_module(new_module, result)
        if cls is not None:
            self._set_up_class(cls, result)

    def _set_up_module(self, name, result):
        result._module_failed = False
        module = sys.modules.get(name)
        self._fixture(getattr(module, 'setUpModule', None), 'setUpModule', name, result)
        if result._module_failed:
            self._fixture(case.doModuleCleanups, 'setUpModule', name, result)

    def _tear_down_module(self, name, result):
        if result._module_failed:
            return
        module = sys.modules.get(name)
        self._fixture(getattr(module, 'tearDownModule', None), 'tearDownModule', name, result)
        self._fixture(case.doModuleCleanups, 'tearDownModule', name, result)

    def _fixture(self, function, kind, name, result):
        if function is None:
            return
        try:
            function()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            result._module_failed = True
            self._report(error, '%s (%s)' % (kind, name), result)

    def _set_up_class(self, cls, result):
        if result._module_failed or getattr(cls, '__unittest_skip__', False):
            return
        cls._class_setup_failed = False
        self._class_fixture(cls, 'setUpClass', result)

    def _tear_down_class(self, cls, result):
        if result._module_failed or getattr(cls, '_class_setup_failed', False) or getattr(cls, '__unittest_skip__', False):
            return
        self._class_fixture(cls, 'tearDownClass', result)

    def _class_fixture(self, cls, kind, result):
        method = getattr(cls, kind, None)
        name = '%s (%s.%s)' % (kind, cls.__module__, cls.__qualname__)
        failed = False
        try:
            if method is not None:
                method()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            failed = True
            if kind == 'setUpClass':
                cls._class_setup_failed = True
            self._report(error, name, result)
        if (failed or kind == 'tearDownClass') and hasattr(cls, 'doClassCleanups'):
            cls.doClassCleanups()
            for info in cls.tearDown_exceptions:
                self._report(info[1], name, result)

    def _report(self, error, name, result):
        holder = _ErrorHolder(name)
        add_skip = getattr(result, 'addSkip', None)
        if add_skip is not None and isinstance(error, case.SkipTest):
            add_skip(holder, str(error))
        else:
            result.addError(holder, (type(error), error, error.__traceback__))


class _ErrorHolder:
    """Takes the place of a test in a report when a fixture failed."""

    failureException = None.__class__

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return '<ErrorHolder description=%r>' % (self.description,)

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _DebugResult:
    """Used by the TestSuite to hold previous class when running in debug."""

    _previous_class = None
    _module_failed = False
    shouldStop = False
