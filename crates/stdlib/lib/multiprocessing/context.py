# multiprocessing.context: the functions of the package, by start method; each of them forks here. No native hooks.

import os
from multiprocessing import process

__all__ = ()


class ProcessError(Exception):
    """What is specific to processes."""

    __module__ = 'multiprocessing.context'


class BufferTooShort(ProcessError):
    """A message is longer than the room for it; args[0] is the message."""


class TimeoutError(ProcessError):
    """It took too long."""


class AuthenticationError(ProcessError):
    """The other side does not know the key."""


class BaseContext:
    """The functions of the package."""

    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError
    current_process = staticmethod(process.current_process)
    parent_process = staticmethod(process.parent_process)
    active_children = staticmethod(process.active_children)

    def cpu_count(self):
        """How many processors there are."""
        count = os.cpu_count()
        if count is None:
            raise NotImplementedError('cannot determine number of cpus')
        return count

    def Manager(self):
        """A process that keeps objects for others."""
        from multiprocessing.managers import SyncManager
        manager = SyncManager(ctx=self.get_context())
        manager.start()
        return manager

    def Pipe(self, duplex=True):
        """The two ends of a pipe."""
        from multiprocessing.connection import Pipe
        return Pipe(duplex)

    def Lock(self):
        """A lock."""
        from multiprocessing.synchronize import Lock
        return Lock()

    def RLock(self):
        """A lock that its owner may acquire again."""
        from multiprocessing.synchronize import RLock
        return RLock()

    def Condition(self, lock=None):
        """A place to wait until another process notifies."""
        from multiprocessing.synchronize import Condition
        return Condition(lock)

    def Semaphore(self, value=1):
        """A counter of permits."""
        from multiprocessing.synchronize import Semaphore
        return Semaphore(value)

    def BoundedSemaphore(self, value=1):
        """A counter of permits that knows how many there are."""
        from multiprocessing.synchronize import BoundedSemaphore
        return BoundedSemaphore(value)

    def Event(self):
        """A flag to wait for."""
        from multiprocessing.synchronize import Event
        return Event()

    def Barrier(self, parties, action=None, timeout=None):
        """A meeting point."""
        from multiprocessing.synchronize import Barrier
        return Barrier(parties, action, timeout)

    def Queue(self, maxsize=0):
        """A queue between processes."""
        from multiprocessing.queues import Queue
        return Queue(maxsize)

    def JoinableQueue(self, maxsize=0):
        """A queue that one can wait for."""
        from multiprocessing.queues import JoinableQueue
        return JoinableQueue(maxsize)

    def SimpleQueue(self):
        """A queue without a feeder."""
        from multiprocessing.queues import SimpleQueue
        return SimpleQueue()

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        """A pool of processes."""
        from multiprocessing.pool import Pool
        return Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())

    def RawValue(self, typecode_or_type, *args):
        """A shared number."""
        from multiprocessing.sharedctypes import RawValue
        return RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        """Shared numbers."""
        from multiprocessing.sharedctypes import RawArray
        return RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        """A shared number, with a lock."""
        from multiprocessing.sharedctypes import Value
        return Value(typecode_or_type, *args, lock=lock)

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        """Shared numbers, with a lock."""
        from multiprocessing.sharedctypes import Array
        return Array(typecode_or_type, size_or_initializer, lock=lock)

    def freeze_support(self):
        """Nothing to do."""

    def get_logger(self):
        """The logger of the package."""
        from multiprocessing.util import get_logger
        return get_logger()

    def log_to_stderr(self, level=None):
        """Have what the package logs shown."""
        from multiprocessing.util import log_to_stderr
        return log_to_stderr(level)

    def allow_connection_pickling(self):
        """Nothing to do."""

    def set_executable(self, executable):
        """Nothing to do."""

    def set_forkserver_preload(self, module_names):
        """Nothing to do."""

    def get_context(self, method=None):
        """The functions, by start method."""
        if method is None:
            return self
        if method not in _contexts:
            raise ValueError('cannot find context for %r' % method)
        return _contexts[method]

    def get_start_method(self, allow_none=False):
        """How processes are made."""
        return self._name

    def set_start_method(self, method, force=False):
        raise ValueError('cannot set start method of concrete context')


def _start(process_obj):
    from multiprocessing.popen_fork import Popen
    return Popen(process_obj)


class Process(process.BaseProcess):
    """A process, made as the start method says."""

    _start_method = None
    _Popen = _start


class ForkProcess(process.BaseProcess):
    """A process made by a fork."""

    _start_method = 'fork'
    _Popen = _start


class SpawnProcess(process.BaseProcess):
    """Made by a fork as well."""

    _start_method = 'spawn'
    _Popen = _start


class ForkServerProcess(process.BaseProcess):
    """Made by a fork as well."""

    _start_method = 'forkserver'
    _Popen = _start


class ForkContext(BaseContext):
    """By fork."""

    _name = 'fork'
    Process = ForkProcess


class SpawnContext(BaseContext):
    """By fork, under another name."""

    _name = 'spawn'
    Process = SpawnProcess


class ForkServerContext(BaseContext):
    """By fork, under another name."""

    _name = 'forkserver'
    Process = ForkServerProcess


class DefaultContext(BaseContext):
    """By the start method that is set."""

    Process = Process

    def __init__(self, context):
        self._default_context = context
        self._actual_context = None

    def get_context(self, method=None):
        if method is not None:
            return BaseContext.get_context(self, method)
        if self._actual_context is None:
            self._actual_context = self._default_context
        return self._actual_context

    def set_start_method(self, method, force=False):
        """Set how processes are made; once."""
        if self._actual_context is not None and not force:
            raise RuntimeError('context has already been set')
        if method is None and force:
            self._actual_context = None
            return
        self._actual_context = self.get_context(method)

    def get_start_method(self, allow_none=False):
        """How processes are made."""
        if self._actual_context is None:
            if allow_none:
                return None
            self._actual_context = self._default_context
        return self._actual_context._name

    def get_all_start_methods(self):
        """All of them."""
        return ['fork', 'spawn', 'forkserver']


_contexts = {'fork': ForkContext(), 'spawn': SpawnContext(), 'forkserver': ForkServerContext()}
_default_context = DefaultContext(_contexts['fork'])


def assert_spawning(obj):
    """Raise: nothing is ever spawned."""
    raise RuntimeError('%s objects should only be shared between processes through inheritance' % type(obj).__name__)
