# multiprocessing.util: what happens at the end of a process; logging. No native hooks.

import atexit
import os
import sys

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING, WARNING = 0, 5, 10, 20, 25, 30
LOGGER_NAME = 'multiprocessing'
DEFAULT_LOGGING_FORMAT = '[%(levelname)s/%(processName)s] %(message)s'
_logger = None
_log_to_stderr = False


def sub_debug(message, *args):
    if _logger:
        _logger.log(SUBDEBUG, message, *args)


def debug(message, *args):
    if _logger:
        _logger.log(DEBUG, message, *args)


def info(message, *args):
    if _logger:
        _logger.log(INFO, message, *args)


def get_logger():
    """The logger of this package."""
    global _logger
    if _logger is None:
        import logging
        _logger = logging.getLogger(LOGGER_NAME)
        _logger.propagate = 0
    return _logger


def log_to_stderr(level=None):
    """Have what this package logs shown."""
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(DEFAULT_LOGGING_FORMAT))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return logger


# ---- what is done before a process ends ----

_finalizers = {}
_numbers = iter(range(1 << 62))


class Finalize:
    """A call that is made at the end of the process, those of the highest priority first, or before."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._pid = os.getpid()
        self._key = (exitpriority, next(_numbers))
        _finalizers[self._key] = self

    def __call__(self):
        """Make the call, unless it has been made; the copies of a fork do nothing."""
        if _finalizers.pop(self._key, None) is None or self._pid != os.getpid():
            return None
        return self._callback(*self._args, **self._kwargs)

    def cancel(self):
        """Never make the call."""
        _finalizers.pop(self._key, None)

    def still_active(self):
        """Whether the call is still to be made."""
        return self._key in _finalizers


def _run_finalizers(least=None):
    keys = [key for key in _finalizers if key[0] is not None and (least is None or key[0] >= least)]
    for key in sorted(keys, reverse=True):
        finalizer = _finalizers.get(key)
        if finalizer is not None:
            try:
                finalizer()
            except Exception:
                import traceback
                traceback.print_exc()
    if least is None:
        _finalizers.clear()


def forget_finalizers():
    """In a new process: the calls are the parent's."""
    _finalizers.clear()


_exiting = False


def is_exiting():
    """Whether the process is at its end."""
    return _exiting


def _exit_function():
    global _exiting
    if _exiting:
        return
    _exiting = True
    from multiprocessing.process import active_children
    info('process shutting down')
    _run_finalizers(0)
    for child in active_children():
        if child.daemon:
            info('calling terminate() for daemon %s', child.name)
            child._popen.terminate()
    for child in active_children():
        info('calling join() for process %s', child.name)
        child.join()
    _run_finalizers()


def begin_process():
    """In a new process: it has not begun to end."""
    global _exiting
    _exiting = False


atexit.register(_exit_function)


def flush_std_streams():
    """Write out what has been printed."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError):
            pass
