# atexit: functions to call when the program ends. [hidden: native code in CPython]
# The end of the program (`_core/ending.py`) calls `_run_exitfuncs`. No native hooks but `sys`.

import sys

_functions = []


def register(func, /, *args, **kwargs):
    """Have a function called at the end, the last one registered first."""
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    """Do not call a function at the end after all."""
    _functions[:] = [entry for entry in _functions if not entry[0] == func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    # An exception is reported and the next function is called.
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            sys.stderr.write('Exception ignored in atexit callback %r:\n' % (func,))
            sys.__excepthook__(type(error), error, error.__traceback__)
