# The end of a program, in CPython's order: report what ended the main module, wait for threads, run the atexit functions,
# end the objects, flush the streams. The engine calls `finish` in the main thread and exits with what it returns.
# Native hooks: `sys.excepthook sys.__excepthook__ sys.modules sys.stdout sys.stderr`.

import sys
from _vm import end_objects

# What stands for "die of the interrupt signal"; no script can exit with it.
_INTERRUPTED = -2


def finish(exception):
    """End the program whose main module returned (None) or raised; give the exit status."""
    _flush_first()
    status = 0 if exception is None else _report(exception)
    if 'threading' in sys.modules:
        _quietly(_join_threads, 'threading')
    if 'atexit' in sys.modules:
        _quietly(_run_exit_functions, 'atexit')
    _end_objects()
    return status if _flush() else 120


def _report(exception):
    """Show an exception that nobody caught; give the exit status."""
    if isinstance(exception, SystemExit):
        return _exit_status(exception.code)
    status = _INTERRUPTED if isinstance(exception, KeyboardInterrupt) else 1
    try:
        hook = sys.excepthook
    except AttributeError:
        return status
    try:
        hook(type(exception), exception, exception.__traceback__)
    except SystemExit as error:
        return _exit_status(error.code)
    except BaseException as error:
        _write('Error in sys.excepthook:\n')
        sys.__excepthook__(type(error), error, error.__traceback__)
        _write('\nOriginal exception was:\n')
        sys.__excepthook__(type(exception), exception, exception.__traceback__)
    return status


def _exit_status(code):
    """What sys.exit(code) means."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xff if -1 << 63 <= code < 1 << 63 else 255
    try:
        text = str(code)
    except BaseException:
        text = ''
    try:
        sys.stdout.flush()
    except BaseException:
        pass
    _write(text + '\n')
    return 1


def _flush_first():
    """What the program has printed comes before the report, and before what its threads and processes still print."""
    for stream in (sys.stderr, sys.stdout):
        try:
            stream.flush()
        except BaseException:
            pass


def _write(text):
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except BaseException:
        # Nowhere left to write.
        pass


def _quietly(step, name):
    """Take one step of the way out with the module that it belongs to. An exception, Ctrl-C included, ends that step alone."""
    module = sys.modules[name]
    if module is None:
        return
    try:
        step(module)
    except BaseException as error:
        try:
            sys.__excepthook__(type(error), error, error.__traceback__)
        except BaseException:
            pass


def _join_threads(threading):
    threading._shutdown()


def _run_exit_functions(atexit):
    atexit._run_exitfuncs()


def _end_objects():
    """Call `__del__` of what is left."""
    if end_objects():
        from _core.errands import run
        run()


def _flush():
    """Whether what was written has reached its place."""
    reached = True
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not stream.closed:
                stream.flush()
        except BaseException as error:
            if stream is sys.stdout:
                reached = False
                _write('Exception ignored in: %r\n%s: %s\n' % (stream, type(error).__name__, error))
    return reached
