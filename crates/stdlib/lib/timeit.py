# timeit: how long something takes. Native hooks: `time.perf_counter`, `gc`; `exec` for statements given as text.

import time

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']


class Timer:
    """Measures a statement, given as text or as a function."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        names = {} if globals is None else globals
        self._statement = self._function(stmt, names, 'stmt')
        self._setup = self._function(setup, names, 'setup')

    def _function(self, code, names, what):
        if isinstance(code, str):
            code = compile(code, '<timeit-src>', 'exec')
            return lambda: exec(code, names)
        if not callable(code):
            raise ValueError('%s is neither a string nor callable' % what)
        return code

    def timeit(self, number=default_number):
        """Seconds that so many runs take."""
        statement = self._statement
        timer = self.timer
        self._setup()
        rounds = range(number)
        start = timer()
        for _ in rounds:
            statement()
        return timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        """A list of the results of several timeit() calls."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """A number of runs that takes at least 0.2 seconds, and the time."""
        scale = 1
        while True:
            for factor in 1, 2, 5:
                number = scale * factor
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10

    def print_exc(self, file=None):
        """Write the report of the exception being handled."""
        import traceback
        traceback.print_exc(file=file)


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """Seconds that so many runs take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """A list of the results of several timeit() calls."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
