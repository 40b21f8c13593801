# multiprocessing.synchronize: locks and their kin that processes share. Native hooks: `_multiprocessing.SemLock`, `.Block`.

import threading
from _multiprocessing import Block, SemLock as _SemLock, RECURSIVE_MUTEX, SEMAPHORE
from time import monotonic

__all__ = ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition', 'Event']

SEM_VALUE_MAX = 2147483647


def _only_inherited(obj):
    raise RuntimeError('%s objects should only be shared between processes through inheritance' % type(obj).__name__)


class SemLock:
    """What locks and semaphores have in common."""

    def __init__(self, kind, value, maxvalue, *, ctx=None):
        if not 0 <= value <= maxvalue:
            raise OSError(22, 'Invalid argument')
        self._semlock = lock = _SemLock(kind, value, maxvalue)
        self.acquire = lock.acquire
        self.release = lock.release

    def __enter__(self):
        return self._semlock.__enter__()

    def __exit__(self, *args):
        return self._semlock.__exit__(*args)

    def __reduce__(self):
        _only_inherited(self)

    def _owner(self):
        # Who holds it, for __repr__.
        lock = self._semlock
        if lock._is_mine():
            from multiprocessing.process import current_process
            name = current_process().name
            if threading.current_thread().name != 'MainThread':
                name += '|' + threading.current_thread().name
            return name
        if lock._get_value() == 1:
            return 'None'
        return 'SomeOtherThread' if lock._count() > 0 else 'SomeOtherProcess'


class Semaphore(SemLock):
    """A counter of permits."""

    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX)

    def get_value(self):
        """How many permits there are."""
        return self._semlock._get_value()

    def __repr__(self):
        return '<%s(value=%s)>' % (type(self).__name__, self._semlock._get_value())


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to be released more often than acquired."""

    def __init__(self, value=1, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, value, value)

    def __repr__(self):
        return '<%s(value=%s, maxvalue=%s)>' % (type(self).__name__, self._semlock._get_value(), self._semlock.maxvalue)


class Lock(SemLock):
    """A lock that anybody may release."""

    def __init__(self, *, ctx=None):
        SemLock.__init__(self, SEMAPHORE, 1, 1)

    def __repr__(self):
        return '<%s(owner=%s)>' % (type(self).__name__, self._owner())


class RLock(SemLock):
    """A lock that its owner may acquire again."""

    def __init__(self, *, ctx=None):
        SemLock.__init__(self, RECURSIVE_MUTEX, 1, 1)

    def __repr__(self):
        owner = self._owner()
        count = 0 if owner == 'None' else self._semlock._count() if self._semlock._is_mine() else 'nonzero'
        return '<%s(%s, %s)>' % (type(self).__name__, owner, count)


class Condition:
    """A place to wait until another process notifies; always used with its lock held."""

    # Who waits is counted in _sleepers, who has been woken or has given up in _woken; each is woken through _wake.
    def __init__(self, lock=None, *, ctx=None):
        self._lock = lock or RLock()
        self._sleepers = Semaphore(0)
        self._woken = Semaphore(0)
        self._wake = Semaphore(0)
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __reduce__(self):
        _only_inherited(self)

    def __repr__(self):
        waiting = self._sleepers.get_value() - self._woken.get_value()
        return '<%s(%s, %s)>' % (type(self).__name__, self._lock, waiting)

    def wait(self, timeout=None):
        """Give the lock up, sleep until notified or timed out, take the lock again; False after a time-out."""
        lock = self._lock._semlock
        assert lock._is_mine(), 'must acquire() condition before using wait()'
        self._sleepers.release()
        levels = lock._count()
        for _ in range(levels):
            lock.release()
        try:
            return self._wake.acquire(True, timeout)
        finally:
            self._woken.release()
            for _ in range(levels):
                lock.acquire()

    def notify(self, n=1):
        """Wake up to n of the waiting processes."""
        assert self._lock._semlock._is_mine(), 'lock is not owned'
        # Those whose time was over are no sleepers any more.
        while self._woken.acquire(False):
            self._sleepers.acquire(False)
        count = 0
        while count < n and self._sleepers.acquire(False):
            self._wake.release()
            count += 1
        for _ in range(count):
            self._woken.acquire()
        # One that gave up just now has left its wake-up behind.
        while count and self._wake.acquire(False):
            pass

    def notify_all(self):
        """Wake all that wait."""
        self.notify(SEM_VALUE_MAX)

    def wait_for(self, predicate, timeout=None):
        """Wait until predicate() is true; return its last value."""
        result = predicate()
        if result:
            return result
        deadline = None if timeout is None else monotonic() + timeout
        while not result:
            left = None
            if deadline is not None:
                left = deadline - monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result


class Event:
    """A flag that processes can wait for."""

    def __init__(self, *, ctx=None):
        self._cond = Condition(Lock())
        self._flag = Semaphore(0)

    def __reduce__(self):
        # What CPython finds first in its attributes.
        _only_inherited(self._cond)

    def _is_up(self):
        if self._flag.acquire(False):
            self._flag.release()
            return True
        return False

    def is_set(self):
        """Whether the flag is up."""
        with self._cond:
            return self._is_up()

    def set(self):
        """Put the flag up and wake all who wait for it."""
        with self._cond:
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        """Put the flag down."""
        with self._cond:
            self._flag.acquire(False)

    def wait(self, timeout=None):
        """Sleep until the flag is up; False after a time-out."""
        with self._cond:
            if not self._is_up():
                self._cond.wait(timeout)
            return self._is_up()

    def __repr__(self):
        return '<%s at %#x %s>' % (type(self).__qualname__, id(self), 'set' if self.is_set() else 'unset')


class Barrier(threading.Barrier):
    """A meeting point for processes; what threading.Barrier keeps in attributes is in shared memory."""

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        self._cond = Condition()
        self._shared = Block(2)
        self._action = action
        self._timeout = timeout
        self._parties = parties

    def __reduce__(self):
        _only_inherited(self._cond)

    @property
    def _state(self):
        return self._shared.get(0)

    @_state.setter
    def _state(self, value):
        self._shared.set(0, value)

    @property
    def _count(self):
        return self._shared.get(1)

    @_count.setter
    def _count(self, value):
        self._shared.set(1, value)
