# multiprocessing: there is one process here; what works on threads is there, the rest says that it is not. No native hooks.

__all__ = ['cpu_count', 'current_process', 'active_children', 'freeze_support', 'Process', 'Pool', 'Queue', 'Lock', 'Manager']


def cpu_count():
    """How many processors there are."""
    import os
    count = os.cpu_count()
    if count is None:
        raise NotImplementedError('cannot determine number of cpus')
    return count


class _MainProcess:
    """The only process."""

    name = 'MainProcess'
    daemon = False
    exitcode = None
    _parent_pid = None

    @property
    def pid(self):
        import os
        return os.getpid()

    ident = pid

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_main = _MainProcess()


def current_process():
    """The process."""
    return _main


def parent_process():
    """None: nobody started it."""
    return None


def active_children():
    """No processes were started."""
    return []


def freeze_support():
    """Nothing to do."""


class TimeoutError(Exception):
    """It took too long."""


def _refuse(name):
    def function(*args, **kwargs):
        raise NotImplementedError('multiprocessing.%s is not supported: there is one process here; use threading, '
                                  'multiprocessing.pool.ThreadPool or concurrent.futures.ThreadPoolExecutor' % name)
    function.__name__ = name
    return function


class Process:
    """Not supported."""

    def __init__(self, *args, **kwargs):
        _refuse('Process')()


for _name in ('Pool', 'Queue', 'SimpleQueue', 'JoinableQueue', 'Pipe', 'Manager', 'Value', 'Array', 'RawValue', 'RawArray',
              'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event', 'Barrier', 'get_context',
              'set_start_method', 'get_start_method', 'get_logger', 'log_to_stderr'):
    globals()[_name] = _refuse(_name)
del _name
