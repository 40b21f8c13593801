# signal: names of signals and their handlers; handlers run in the main thread.
# Native hooks: `_signal.signal(number, handler) -> old handler`, `_signal.getsignal(number)`; if there is no such module, handlers are only
# noted, and Ctrl-C raises KeyboardInterrupt as always.

import threading
from enum import IntEnum

try:
    import _signal
except ImportError:
    _signal = None


class Signals(IntEnum):
    """The signals."""

    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGWINCH = 28


class Handlers(IntEnum):
    """The two handlers that are no functions."""

    SIG_DFL = 0
    SIG_IGN = 1


for _member in list(Signals) + list(Handlers):
    globals()[_member.name] = _member
del _member
NSIG = 65


def default_int_handler(signalnum, frame, /):
    """What Ctrl-C does by default."""
    raise KeyboardInterrupt


_handlers = {2: default_int_handler}


def _check(signalnum):
    if not 1 <= int(signalnum) < NSIG:
        raise ValueError('signal number out of range')


def signal(signalnum, handler):
    """Have a function called when a signal comes; return the old one."""
    _check(signalnum)
    if threading.current_thread() is not threading.main_thread():
        raise ValueError('signal only works in main thread of the main interpreter')
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if int(signalnum) in (9, 19):
        raise OSError(22, 'Invalid argument')
    old = getsignal(signalnum)
    _handlers[int(signalnum)] = handler
    if _signal is not None:
        _signal.signal(int(signalnum), handler)
    return old


def getsignal(signalnum):
    """The handler of a signal."""
    _check(signalnum)
    return _handlers.get(int(signalnum), Handlers.SIG_DFL)


def strsignal(signalnum):
    """What a signal is called."""
    return {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 9: 'Killed', 14: 'Alarm clock', 15: 'Terminated',
            10: 'User defined signal 1', 12: 'User defined signal 2'}.get(int(signalnum))


def raise_signal(signalnum):
    """Send a signal to this process."""
    handler = getsignal(signalnum)
    if handler is default_int_handler:
        import _thread
        _thread.interrupt_main()
    elif callable(handler):
        handler(int(signalnum), None)
    elif handler == 0 and int(signalnum) not in (17, 18, 28):
        raise SystemExit(128 + int(signalnum))


def _refuse(name):
    def function(*args, **kwargs):
        raise NotImplementedError('signal.%s is not supported' % name)
    function.__name__ = name
    return function


for _name in ('alarm', 'setitimer', 'getitimer', 'pause', 'sigwait', 'pthread_kill', 'pthread_sigmask', 'set_wakeup_fd'):
    globals()[_name] = _refuse(_name)
del _name
