"""Unittest main program"""

import os
import sys
from . import loader, runner

_HELP = """\
usage: {prog} [-h] [-v] [-q] [--locals] [--durations N] [-f] [-c] [-b]
       {space} [-k TESTNAMEPATTERNS]
       {space} [tests ...]

positional arguments:
  tests                a list of any number of test modules, classes and test
                       methods.

options:
  -h, --help           show this help message and exit
  -v, --verbose        Verbose output
  -q, --quiet          Quiet output
  --locals             Show local variables in tracebacks
  --durations N        Show the N slowest test cases (N=0 for all)
  -f, --failfast       Stop on first fail or error
  -c, --catch          Catch Ctrl-C and display results so far
  -b, --buffer         Buffer stdout and stderr during tests
  -k TESTNAMEPATTERNS  Only run tests which match the given substring

Examples:
  {prog}                           - run default set of tests
  {prog} MyTestSuite               - run suite 'MyTestSuite'
  {prog} MyTestCase.testSomething  - run MyTestCase.testSomething
  {prog} MyTestCase                - run all 'test*' test methods
                                       in MyTestCase

"""

# The exit status when no tests were run.
_NO_TESTS_EXITCODE = 5


class TestProgram:
    """A command-line program that runs a set of tests; this is primarily for making test modules conveniently executable."""

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=None, exit=True,
                 verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False,
                 durations=None):
        if isinstance(module, str):
            self.module = __import__(module)
            for part in module.split('.')[1:]:
                self.module = getattr(self.module, part)
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = 'default' if warnings is None and not sys.warnoptions else warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = loader.defaultTestLoader if testLoader is None else testLoader
        self.testNamePatterns = None
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        self.tests = []
        rest = iter(argv[1:])
        for argument in rest:
            if not argument.startswith('-') or argument == '-':
                self.tests.append(argument)
            elif argument.startswith('--'):
                name, equals, value = argument.partition('=')
                self._option(name, value if equals else None, rest)
            else:
                for letter in argument[1:]:
                    self._option('-' + letter, None, rest)
        self.createTests()

    def _option(self, name, value, rest):
        if name in ('-h', '--help'):
            sys.stdout.write(_HELP.format(prog=self.progName, space=' ' * len(self.progName)))
            sys.exit(0)
        elif name in ('-v', '--verbose'):
            self.verbosity = 2
        elif name in ('-q', '--quiet'):
            self.verbosity = 0
        elif name == '--locals':
            self.tb_locals = True
        elif name in ('-f', '--failfast'):
            self.failfast = True
        elif name in ('-c', '--catch'):
            self.catchbreak = True
        elif name in ('-b', '--buffer'):
            self.buffer = True
        elif name in ('-k', '--durations'):
            value = next(rest, None) if value is None else value
            if value is None:
                self._refuse(f'argument {name}: expected one argument')
            if name == '-k':
                pattern = value if '*' in value else f'*{value}*'
                self.testNamePatterns = [*(self.testNamePatterns or ()), pattern]
            elif not value.isdecimal():
                self._refuse(f'argument --durations: invalid int value: {value!r}')
            else:
                self.durations = int(value)
        else:
            self._refuse(f'unrecognized arguments: {name}')

    def _refuse(self, message):
        usage = _HELP.format(prog=self.progName, space=' ' * len(self.progName)).split('\n\n')[0]
        sys.stderr.write(f'{usage}\n{self.progName}: error: {message}\n')
        sys.exit(2)

    def createTests(self):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        names = self.tests
        if not names and self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        if names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        made = runner.TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(made, type):
            made = made(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings,
                        tb_locals=self.tb_locals, durations=self.durations)
        self.result = made.run(self.test)
        if self.exit:
            if self.result.testsRun == 0 and len(self.result.skipped) == 0:
                sys.exit(_NO_TESTS_EXITCODE)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
