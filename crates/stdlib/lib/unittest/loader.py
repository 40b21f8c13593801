"""Loading unittests."""

import functools
import os
import sys
import types
from fnmatch import fnmatchcase
from . import case, suite


class _FailedTest(case.TestCase):
    """Stands for a test that could not be found."""

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super().__getattr__(name)

        def fail():
            raise self._exception
        return fail


def three_way_cmp(x, y):
    """Return -1 if x < y, 0 if x == y and 1 if x > y"""
    return (x > y) - (x < y)


class TestLoader:
    """Finds tests in classes and modules, and makes suites of them."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def loadTestsFromTestCase(self, testCaseClass):
        """Return a suite of all test cases contained in testCaseClass"""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """Return a suite of all test cases contained in the given module"""
        tests = []
        for name in dir(module):
            found = getattr(module, name)
            if (isinstance(found, type) and issubclass(found, case.TestCase)
                    and found not in (case.TestCase, case.FunctionTestCase)):
                tests.append(self.loadTestsFromTestCase(found))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, 'load_tests', None)
        return tests if load_tests is None else load_tests(self, tests, pattern)

    def loadTestsFromName(self, name, module=None):
        """Return a suite of all test cases given a string specifier."""
        parts = name.split('.')
        if module is None:
            module, parts = self._import(parts)
            if isinstance(module, _FailedTest):
                return self.suiteClass([module])
        found, parent = module, None
        for part in parts:
            try:
                parent, found = found, getattr(found, part)
            except AttributeError as error:
                self.errors.append(str(error))
                return self.suiteClass([_FailedTest(part, error)])
        if isinstance(found, types.ModuleType):
            return self.loadTestsFromModule(found)
        if isinstance(found, type) and issubclass(found, case.TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(found, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(found, suite.BaseTestSuite):
            return found
        if callable(found):
            test = found()
            if isinstance(test, suite.BaseTestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError('calling %s returned %s, not a test' % (found, test))
        raise TypeError("don't know how to make test from: %s" % (found,))

    def _import(self, parts):
        # The longest beginning of a dotted name that is a module, and the rest of the name.
        for end in range(len(parts), 0, -1):
            name = '.'.join(parts[:end])
            try:
                __import__(name)
                return sys.modules[name], parts[end:]
            except ImportError as error:
                failure = error
        failure = ImportError('Failed to import test module: %s\n%s' % (parts[0], failure))
        self.errors.append(str(failure))
        return _FailedTest(parts[0], failure), []

    def loadTestsFromNames(self, names, module=None):
        """Return a suite of all test cases found using the given sequence of string specifiers."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """Return a sorted sequence of method names found within testCaseClass"""
        def is_test(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return self.testNamePatterns is None or any(fnmatchcase(full, pattern) for pattern in self.testNamePatterns)

        names = list(filter(is_test, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """Find and return all test modules from the specified start directory, recursing into subdirectories."""
        top = os.path.abspath(start_dir if top_level_dir is None else top_level_dir)
        if top not in sys.path:
            sys.path.insert(0, top)
        return self.suiteClass(list(self._found_in(os.path.abspath(start_dir), top, pattern)))

    def _found_in(self, folder, top, pattern):
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            if os.path.isdir(path) and os.path.exists(os.path.join(path, '__init__.py')):
                yield from self._found_in(path, top, pattern)
            elif name.endswith('.py') and fnmatchcase(name, pattern):
                module, _ = self._import([os.path.relpath(path, top)[:-3].replace(os.sep, '.')])
                if isinstance(module, _FailedTest):
                    yield self.suiteClass([module])
                else:
                    yield self.loadTestsFromModule(module, pattern=pattern)


defaultTestLoader = TestLoader()
