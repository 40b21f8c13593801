# threading: the thread and lock classes that scripts use, on top of the native `_thread`.
# Native hooks: `_thread` (all of it), `_collections.deque`, `time.monotonic`, `sys`.

import sys as _sys
import _thread
from _collections import deque as _deque
from time import monotonic as _time

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread', 'TIMEOUT_MAX',
           'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread', 'Barrier', 'BrokenBarrierError',
           'Timer', 'ThreadError', 'setprofile', 'settrace', 'local', 'stack_size', 'excepthook', 'ExceptHookArgs',
           'getprofile', 'gettrace', 'setprofile_all_threads', 'settrace_all_threads', 'get_native_id']

Lock = _thread.lock
ThreadError = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX
get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
stack_size = _thread.stack_size
local = _thread._local
excepthook = _thread._excepthook
ExceptHookArgs = _thread._ExceptHookArgs
__excepthook__ = excepthook
_HAVE_THREAD_NATIVE_ID = True
_allocate_lock = _thread.allocate_lock
_CRLock = _thread.RLock

_profile_hook = None
_trace_hook = None


def _deprecated(old, instead):
    # Called by the old spellings only, so `warnings` is not loaded before it is needed.
    import warnings
    warnings.warn('%s() is deprecated, %s instead' % (old, instead), DeprecationWarning, stacklevel=3)


# ---- tracing: accepted, handed to each thread that starts ----

def setprofile(func):
    """Have each thread started from now on call sys.setprofile(func) first."""
    global _profile_hook
    _profile_hook = func


def getprofile():
    """The function given to setprofile()."""
    return _profile_hook


def setprofile_all_threads(func):
    """Like setprofile(), and for the running thread at once."""
    setprofile(func)
    _sys.setprofile(func)


def settrace(func):
    """Have each thread started from now on call sys.settrace(func) first."""
    global _trace_hook
    _trace_hook = func


def gettrace():
    """The function given to settrace()."""
    return _trace_hook


def settrace_all_threads(func):
    """Like settrace(), and for the running thread at once."""
    settrace(func)
    _sys.settrace(func)


# ---- locks ----

def RLock(*args, **kwargs):
    """Make a lock that its owner may acquire again."""
    if args or kwargs:
        import warnings
        warnings.warn('Passing arguments to RLock is deprecated and will be removed in 3.15',
                      DeprecationWarning, stacklevel=2)
    return _CRLock(*args, **kwargs)


class Condition:
    """A place to wait until another thread notifies; always used with its lock held."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        if type(lock) is Lock:
            # It does not know its owner: held by anyone has to do.
            self._is_owned = lock.locked
        elif type(lock) is _CRLock:
            # It knows its owner, and gives up all its levels at once.
            self._release_save = lock._release_save
            self._acquire_restore = lock._acquire_restore
            self._is_owned = lock._is_owned
        else:
            if hasattr(lock, '_release_save'):
                self._release_save = lock._release_save
            if hasattr(lock, '_acquire_restore'):
                self._acquire_restore = lock._acquire_restore
            if hasattr(lock, '_is_owned'):
                self._is_owned = lock._is_owned
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind=None, value=None, traceback=None):
        return self._lock.__exit__(kind, value, traceback)

    def __repr__(self):
        return '<Condition(%s, %d)>' % (self._lock, len(self._waiters))

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        """Give the lock up, sleep until notified or timed out, take the lock again; False after a time-out."""
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        # Each waiter sleeps on a lock of its own, which the notifier releases.
        waiter = _allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        lock = self._lock
        is_plain = type(lock) is Lock
        saved = lock.release() if is_plain else self._release_save()
        notified = False
        try:
            if timeout is None:
                waiter.acquire()
                notified = True
            elif timeout > 0:
                notified = waiter.acquire(True, timeout)
            else:
                notified = waiter.acquire(False)
            return notified
        finally:
            if is_plain:
                lock.acquire()
            else:
                self._acquire_restore(saved)
            if not notified:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        """Wait until predicate() is true; return its last value."""
        deadline = None
        result = predicate()
        while not result:
            if timeout is not None:
                if deadline is None:
                    deadline = _time() + timeout
                else:
                    timeout = deadline - _time()
                    if timeout <= 0:
                        break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        """Wake up to n of the waiting threads, the oldest first."""
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        waiters = self._waiters
        while waiters and n > 0:
            waiter = waiters[0]
            try:
                waiter.release()
            except RuntimeError:
                # It has timed out and is about to leave the queue itself: it does not count.
                pass
            else:
                n -= 1
            try:
                waiters.remove(waiter)
            except ValueError:
                pass

    def notify_all(self):
        """Wake all the waiting threads."""
        self.notify(len(self._waiters))

    def notifyAll(self):
        """Old spelling of notify_all()."""
        _deprecated('notifyAll', 'use notify_all()')
        self.notify_all()


class Semaphore:
    """A counter of permits: acquire() takes one and waits when there is none."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._lock = Lock()
        self._cond = Condition(self._lock)
        self._value = value

    def __repr__(self):
        cls = self.__class__
        return '<%s.%s at %#x: value=%s>' % (cls.__module__, cls.__qualname__, id(self), self._value)

    def acquire(self, blocking=True, timeout=None):
        """Take a permit; False if there was none (in time)."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        deadline = None
        with self._lock:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if deadline is None:
                        deadline = _time() + timeout
                    else:
                        timeout = deadline - _time()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        """Give n permits back."""
        if n < 1:
            raise ValueError('n must be one or more')
        with self._lock:
            self._value += n
            if self._cond._waiters:
                self._cond.notify(n)

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to be released more often than acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        cls = self.__class__
        return '<%s.%s at %#x: value=%s/%s>' % (
            cls.__module__, cls.__qualname__, id(self), self._value, self._initial_value)

    def release(self, n=1):
        """Give n permits back."""
        if n < 1:
            raise ValueError('n must be one or more')
        with self._lock:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            if self._cond._waiters:
                self._cond.notify(n)


class Event:
    """A flag that threads can wait for."""

    def __init__(self):
        self._lock = Lock()
        self._cond = Condition(self._lock)
        self._flag = False

    def __repr__(self):
        cls = self.__class__
        state = 'set' if self._flag else 'unset'
        return '<%s.%s at %#x: %s>' % (cls.__module__, cls.__qualname__, id(self), state)

    def is_set(self):
        """Whether the flag is up."""
        return self._flag

    def isSet(self):
        """Old spelling of is_set()."""
        _deprecated('isSet', 'use is_set()')
        return self.is_set()

    def set(self):
        """Put the flag up and wake all who wait for it."""
        with self._lock:
            self._flag = True
            if self._cond._waiters:
                self._cond.notify_all()

    def clear(self):
        """Put the flag down."""
        with self._lock:
            self._flag = False

    def wait(self, timeout=None):
        """Sleep until the flag is up; False after a time-out."""
        with self._lock:
            up = self._flag
            if not up:
                up = self._cond.wait(timeout)
            return up


class BrokenBarrierError(RuntimeError):
    """The barrier was reset, aborted, or a thread's wait timed out."""


class Barrier:
    """A meeting point: wait() returns once as many threads as there are parties have called it."""

    # _state: 0 filling, 1 draining, -1 resetting, -2 broken
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        cls = self.__class__
        name = '%s.%s' % (cls.__module__, cls.__qualname__)
        if self.broken:
            return '<%s at %#x: broken>' % (name, id(self))
        return '<%s at %#x: waiters=%s/%s>' % (name, id(self), self.n_waiting, self.parties)

    def wait(self, timeout=None):
        """Wait for the others; return the order of arrival, 0 for the first."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                self._exit()

    def _enter(self):
        # Those of the previous round must have left first.
        while self._state in (-1, 1):
            self._cond.wait()
        if self._state < 0:
            raise BrokenBarrierError

    def _release(self):
        try:
            if self._action:
                self._action()
            self._state = 1
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 0, timeout):
            self._break()
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _exit(self):
        # The last one out opens the barrier for the next round.
        if self._count == 0 and self._state in (-1, 1):
            self._state = 0
            self._cond.notify_all()

    def _break(self):
        self._state = -2
        self._cond.notify_all()

    def reset(self):
        """Begin anew; threads waiting now get BrokenBarrierError."""
        with self._cond:
            if self._count == 0:
                self._state = 0
            elif self._state in (0, -2):
                self._state = -1
            self._cond.notify_all()

    def abort(self):
        """Break the barrier for good, until reset()."""
        with self._cond:
            self._break()

    @property
    def parties(self):
        """How many threads have to meet."""
        return self._parties

    @property
    def n_waiting(self):
        """How many threads are waiting now."""
        if self._state == 0:
            return self._count
        return 0

    @property
    def broken(self):
        """Whether wait() would raise BrokenBarrierError."""
        return self._state == -2


# ---- threads ----

_names = iter(range(1, 1 << 62))
_active_limbo_lock = RLock()
_active = {}  # ident -> Thread
_limbo = {}   # threads that start() has begun but that do not run yet
_SHUTTING_DOWN = False
_threading_atexits = []


def _newname(template):
    return template % next(_names)


class Thread:
    """One thread of control: give a target, or override run()."""

    _initialized = False
    _is_dummy = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _newname('Thread-%d')
            if target is not None:
                try:
                    name += ' (%s)' % target.__name__
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        if daemon is not None:
            if daemon and not _thread.daemon_threads_allowed():
                raise RuntimeError('daemon threads are disabled in this (sub)interpreter')
            self._daemonic = daemon
        else:
            self._daemonic = current_thread().daemon
        self._ident = None
        self._native_id = None
        self._started = Event()
        self._handle = _thread._ThreadHandle()
        self._invoke_excepthook = _make_invoke_excepthook()
        self._initialized = True

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        status = 'initial'
        if self._handle.is_done():
            status = 'stopped'
        elif self._started.is_set():
            status = 'started'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += ' %s' % self._ident
        return '<%s(%s, %s)>' % (self.__class__.__name__, self._name, status)

    def start(self):
        """Let run() be executed in a thread of its own; once per object."""
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._started.is_set():
            raise RuntimeError('threads can only be started once')
        with _active_limbo_lock:
            _limbo[self] = self
        try:
            _thread.start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self.daemon)
        except Exception:
            with _active_limbo_lock:
                del _limbo[self]
            raise
        # CPython waits for the event; this says as well what for.
        _thread._await_start(self._handle)

    def run(self):
        """What the thread does: by default, call the target."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # Nothing of the target is kept alive by a finished thread.
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        # The first function of the new thread.
        self._bootstrap_inner()

    def _set_ident(self):
        self._ident = get_ident()

    def _set_native_id(self):
        self._native_id = get_native_id()

    def _bootstrap_inner(self):
        try:
            self._set_ident()
            self._set_native_id()
            _thread.set_name(self._name)
            self._started.set()
            _thread._announce()
            with _active_limbo_lock:
                _active[self._ident] = self
                del _limbo[self]
            if _trace_hook:
                _sys.settrace(_trace_hook)
            if _profile_hook:
                _sys.setprofile(_profile_hook)
            try:
                self.run()
            except:
                self._invoke_excepthook(self)
        finally:
            self._delete()

    def _delete(self):
        with _active_limbo_lock:
            _active.pop(get_ident(), None)

    def join(self, timeout=None):
        """Wait until the thread has ended, or for that many seconds."""
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if not self._started.is_set():
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if timeout is not None:
            timeout = max(timeout, 0)
        self._handle.join(timeout)

    @property
    def name(self):
        """A name for people; several threads may share one."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, 'Thread.__init__() not called'
        self._name = str(name)
        if self._ident == get_ident():
            _thread.set_name(self._name)

    @property
    def ident(self):
        """The number of the thread, or None before it is started."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    @property
    def native_id(self):
        """The operating system's number of the thread, or None before it is started."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._native_id

    def is_alive(self):
        """Whether the thread has been started and has not ended."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._started.is_set() and not self._handle.is_done()

    @property
    def daemon(self):
        """Whether the program may end while this thread still runs."""
        assert self._initialized, 'Thread.__init__() not called'
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if daemonic and not _thread.daemon_threads_allowed():
            raise RuntimeError('daemon threads are disabled in this interpreter')
        if self._started.is_set():
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        """Old spelling of the attribute daemon."""
        _deprecated('isDaemon', 'get the daemon attribute')
        return self.daemon

    def setDaemon(self, daemonic):
        """Old spelling of setting the attribute daemon."""
        _deprecated('setDaemon', 'set the daemon attribute')
        self.daemon = daemonic

    def getName(self):
        """Old spelling of the attribute name."""
        _deprecated('getName', 'get the name attribute')
        return self.name

    def setName(self, name):
        """Old spelling of setting the attribute name."""
        _deprecated('setName', 'set the name attribute')
        self.name = name


def _make_invoke_excepthook():
    # A daemon thread may fail when the module is already torn down: keep what reporting needs.
    old_excepthook = excepthook
    old_sys_excepthook = _sys.excepthook
    if old_excepthook is None:
        raise RuntimeError('threading.excepthook is None')
    if old_sys_excepthook is None:
        raise RuntimeError('sys.excepthook is None')

    def invoke_excepthook(thread):
        global excepthook
        try:
            hook = excepthook
            if hook is None:
                hook = old_excepthook
            hook(ExceptHookArgs([*_sys.exc_info(), thread]))
        except Exception as error:
            error.__suppress_context__ = True
            if _sys is not None and _sys.stderr is not None:
                print('Exception in threading.excepthook:', file=_sys.stderr, flush=True)
            report = _sys.excepthook if _sys is not None and _sys.excepthook is not None else old_sys_excepthook
            report(*_sys.exc_info())
        finally:
            thread = None

    return invoke_excepthook


class Timer(Thread):
    """Call a function once, after a number of seconds, unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        """Do not call the function, if it has not been called yet."""
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    """The thread that the program began in."""

    def __init__(self):
        Thread.__init__(self, name='MainThread', daemon=False)
        self._started.set()
        self._ident = _thread._get_main_thread_ident()
        self._native_id = get_native_id()
        self._handle = _thread._make_thread_handle(self._ident)
        with _active_limbo_lock:
            _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that was not started through this module."""

    _is_dummy = True

    def __init__(self):
        Thread.__init__(self, name=_newname('Dummy-%d'), daemon=_thread.daemon_threads_allowed())
        self._started.set()
        self._set_ident()
        self._handle = _thread._make_thread_handle(self._ident)
        self._set_native_id()
        with _active_limbo_lock:
            _active[self._ident] = self

    def is_alive(self):
        if not self._handle.is_done() and self._started.is_set():
            return True
        raise RuntimeError('thread is not alive')

    def join(self, timeout=None):
        raise RuntimeError('cannot join a dummy thread')


def current_thread():
    """The Thread object of the caller."""
    thread = _active.get(get_ident())
    if thread is None or thread._is_dummy and thread._handle.is_done():
        return _DummyThread()
    return thread


def currentThread():
    """Old spelling of current_thread()."""
    _deprecated('currentThread', 'use current_thread()')
    return current_thread()


def _forget_dummies():
    # Nobody tells when a thread without a Thread object ends; its handle knows.
    gone = [ident for ident, thread in _active.items()
            if isinstance(thread, _DummyThread) and thread._handle.is_done()]
    for ident in gone:
        del _active[ident]


def active_count():
    """How many threads are alive."""
    with _active_limbo_lock:
        _forget_dummies()
        return len(_active) + len(_limbo)


def activeCount():
    """Old spelling of active_count()."""
    _deprecated('activeCount', 'use active_count()')
    return active_count()


def enumerate():
    """A list of all the threads that are alive."""
    with _active_limbo_lock:
        _forget_dummies()
        return list(_active.values()) + list(_limbo.values())


def main_thread():
    """The Thread object of the main thread."""
    return _main_thread


# ---- the end of the program ----

def _register_atexit(func, *arg, **kwargs):
    """Call func before the non-daemon threads are joined at exit."""
    if _SHUTTING_DOWN:
        raise RuntimeError("can't register atexit after shutdown")
    _threading_atexits.append(lambda: func(*arg, **kwargs))


def _shutdown():
    """Called when the main module has ended: wait for all the threads that are not daemons."""
    global _SHUTTING_DOWN
    if _main_thread._handle.is_done():
        return
    _SHUTTING_DOWN = True
    while _threading_atexits:
        _threading_atexits.pop()()
    if _main_thread._ident == get_ident():
        _main_thread._handle._set_done()
    _thread._shutdown()


def _after_fork():
    """In the copy of a process: the thread that has made it is the only one, and the main thread."""
    global _active_limbo_lock, _main_thread
    _active_limbo_lock = RLock()
    current = current_thread()
    for thread in [*_active.values(), *_limbo]:
        if thread is not current:
            thread._handle._set_done()
    _active.clear()
    _limbo.clear()
    _active[get_ident()] = current
    _main_thread = current


# Thread.__init__ asks for the current thread; the first one is a daemon=False by its own argument.
_main_thread = _MainThread()
