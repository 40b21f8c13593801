# What becomes of exceptions that nobody catches, and how threads begin and end. The end of the program is in ending.py.
# Native hooks: `_traceback.render(exc, messages)`: the traceback of exc, its causes and contexts as one text; messages is a
# list of pairs of an exception and its str(); `_thread._next_joinable()`: a handle of a running non-daemon thread, or None.

import sys
import _thread
from _traceback import UnraisableHookArgs, render, render_only, chain


def run_thread(function, args, kwargs):
    # The first function of each new thread.
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as error:
        ignore(error, 'Exception ignored in thread started by %s' % shown(function), None)


def join_all():
    # Wait for all threads that are no daemons, and for those that these start meanwhile.
    while True:
        handle = _thread._next_joinable()
        if handle is None:
            return
        handle.join()


def message_of(error):
    # str(error), for the last line of a traceback.
    try:
        text = str(error)
    except BaseException:
        return '<exception str() failed>'
    return text


def format_exception(error, limit=None, chained=True):
    # The whole traceback as one text.
    return render(error, [(each, message_of(each)) for each in chain(error)], limit, chained)


def format_only(error):
    # The last lines of it.
    return render_only(error, [(error, message_of(error))])


def print_exception(error):
    # To standard error, if there is one.
    file = sys.stderr
    if file is None:
        return
    file.write(format_exception(error))
    file.flush()


def excepthook(kind, value, traceback):
    # sys.excepthook
    if not isinstance(value, BaseException):
        value = TypeError('print_exception(): Exception expected for value, %s found' % type(value).__name__)
    print_exception(value)


def ignore(error, message, culprit):
    # An exception that nobody can catch: sys.unraisablehook hears of it, which may be the script's own.
    hook = getattr(sys, 'unraisablehook', None)
    if hook is None or hook is sys.__unraisablehook__:
        unraisable(error, message, culprit)
        return
    try:
        hook(UnraisableHookArgs([type(error), error, error.__traceback__, message, culprit]))
    except BaseException as failure:
        unraisable(failure, 'Exception ignored in sys.unraisablehook', hook)


def unraisable(error, message, culprit):
    file = sys.stderr
    if file is None:
        return
    message = message or 'Exception ignored in'
    file.write('%s:\n' % message if culprit is None else '%s: %s\n' % (message, shown(culprit)))
    print_plain(error)


def print_plain(error):
    # What CPython prints in C: without carets, and without the exceptions that led to this one.
    lines = format_exception(error, None, False).removesuffix(format_only(error)).splitlines()
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ in ('builtins', '__main__') else '%s.%s' % (kind.__module__, kind.__qualname__)
    lines = [line for line in lines if line.strip(' ^~') or '^' not in line]
    lines.append('%s: %s\n' % (name, message_of(error)))
    sys.stderr.write('\n'.join(lines))
    sys.stderr.flush()


def shown(culprit):
    try:
        return repr(culprit)
    except BaseException:
        return '<object repr() failed>'


def thread_excepthook(args):
    # threading.excepthook
    if args.exc_type is SystemExit:
        return
    file = sys.stderr
    thread = args.thread
    if file is None:
        file = getattr(thread, '_stderr', None)
        if file is None:
            return
    name = None
    if thread is not None:
        name = getattr(thread, '_name', None)
    if name is None:
        name = _thread.get_ident()
    file.write('Exception in thread %s:\n' % (name,))
    value = args.exc_value
    if value is None:
        value = args.exc_type()
    file.write(format_exception(value))
    file.flush()


def unraisablehook(args):
    # sys.unraisablehook
    unraisable(args.exc_value, args.err_msg, args.object)


def displayhook(value):
    # sys.displayhook
    if value is not None:
        sys.stdout.write(repr(value) + '\n')
