# multiprocessing.pool: pools of threads and of processes. No native hooks.

import queue
import threading
import time
from itertools import islice

__all__ = ['Pool', 'ThreadPool']

_RUN = 'RUN'
_CLOSE = 'CLOSE'
_TERMINATE = 'TERMINATE'


def _timeout_error():
    from multiprocessing import TimeoutError
    return TimeoutError


def mapstar(args):
    return list(map(*args))


def starmapstar(function, items):
    return [function(*args) for args in items]


class ApplyResult:
    """The result of one call, when it is there."""

    def __init__(self, pool, callback, error_callback):
        self._event = threading.Event()
        self._callback = callback
        self._error_callback = error_callback
        self._success = None
        self._value = None

    def ready(self):
        """Whether the call has ended."""
        return self._event.is_set()

    def successful(self):
        """Whether it ended without an exception."""
        if not self.ready():
            raise ValueError('%r not ready' % self)
        return self._success

    def wait(self, timeout=None):
        """Wait for the end."""
        self._event.wait(timeout)

    def get(self, timeout=None):
        """The result; raises what the call raised."""
        self.wait(timeout)
        if not self.ready():
            raise _timeout_error()
        if self._success:
            return self._value
        raise self._value

    def _set(self, success, value):
        self._success = success
        self._value = value
        if success:
            if self._callback:
                self._callback(value)
        elif self._error_callback:
            self._error_callback(value)
        self._event.set()


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    """The results of many calls, when all are there."""

    def __init__(self, pool, chunksize, length, callback, error_callback):
        ApplyResult.__init__(self, pool, callback, error_callback)
        self._values = [None] * length
        self._chunksize = chunksize
        self._left = (length + chunksize - 1) // chunksize if length else 0
        self._lock = threading.Lock()
        self._error = None
        if not length:
            self._success = True
            self._value = []
            self._event.set()

    def _set_chunk(self, number, success, value):
        with self._lock:
            self._left -= 1
            if success:
                begin = number * self._chunksize
                self._values[begin:begin + self._chunksize] = value
            elif self._error is None:
                self._error = value
            if self._left:
                return
        if self._error is not None:
            self._set(False, self._error)
        else:
            self._set(True, self._values)


class IMapIterator:
    """Results one by one, in the order of the calls."""

    def __init__(self, ordered=True):
        self._condition = threading.Condition(threading.Lock())
        self._ready = {}
        self._next = 0
        self._length = None
        self._ordered = ordered

    def __iter__(self):
        return self

    def next(self, timeout=None):
        """The next result; raises what the call raised."""
        with self._condition:
            deadline = None if timeout is None else time.monotonic() + timeout
            while self._next not in self._ready:
                if self._next == self._length:
                    raise StopIteration from None
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    raise _timeout_error() from None
                self._condition.wait(left)
            success, value = self._ready.pop(self._next)
            self._next += 1
        if success:
            return value
        raise value

    __next__ = next

    def _set(self, number, success, value):
        with self._condition:
            if not self._ordered:
                number = self._next + len(self._ready)
            self._ready[number] = (success, value)
            self._condition.notify_all()

    def _set_length(self, length):
        with self._condition:
            self._length = length
            self._condition.notify_all()


class _Calls:
    """What one does with a pool; `_put` has a call made and `done(success, value)` called with what came of it."""

    def _check_running(self):
        if self._state != _RUN:
            raise ValueError('Pool not running')

    def __repr__(self):
        cls = self.__class__
        return '<%s.%s state=%s pool_size=%d>' % (cls.__module__, cls.__qualname__, self._state, len(self._pool))

    # ---- one call ----

    def apply(self, func, args=(), kwds={}):
        """The result of a call."""
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        """Begin a call."""
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._put(result._set, func, args, kwds)
        return result

    # ---- many calls ----

    def map(self, func, iterable, chunksize=None):
        """The results of func(item) for each item."""
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """Begin the calls of map()."""
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        """The results of func(*args) for each args."""
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        """Begin the calls of starmap()."""
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        items = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(items), len(self._pool) * 4)
            if extra:
                chunksize += 1
        chunksize = max(chunksize, 1)
        result = MapResult(self, chunksize, len(items), callback, error_callback)
        for number, begin in enumerate(range(0, len(items), chunksize)):
            chunk = items[begin:begin + chunksize]
            args = ((func, chunk),) if mapper is mapstar else (func, chunk)
            self._put(self._chunk_done(result, number), mapper, args)
        return result

    def _chunk_done(self, result, number):
        return lambda success, value: result._set_chunk(number, success, value)

    def imap(self, func, iterable, chunksize=1):
        """An iterator over the results, in order."""
        return self._imap(func, iterable, IMapIterator(True), chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        """An iterator over the results, as they come."""
        return self._imap(func, iterable, IMapIterator(False), chunksize)

    def _imap(self, func, iterable, result, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError('Chunksize must be 1+, not %d' % chunksize)
        count = 0
        if chunksize == 1:
            for item in iterable:
                self._put(self._item_done(result, count), func, (item,))
                count += 1
            result._set_length(count)
            return result
        items = iter(iterable)
        while chunk := list(islice(items, chunksize)):
            self._put(self._item_done(result, count), mapstar, ((func, chunk),))
            count += 1
        result._set_length(count)
        return (item for chunk in result for item in chunk)

    def _item_done(self, result, number):
        return lambda success, value: result._set(number, success, value)

    # ---- the end ----

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


def worker(pool, initializer, initargs):
    """What each thread of a pool does."""
    if initializer is not None:
        initializer(*initargs)
    while True:
        task = pool._tasks.get()
        if task is None or pool._state == _TERMINATE:
            return
        done, function, args, kwds = task
        try:
            result = (True, function(*args, **kwds))
        except Exception as error:
            result = (False, error)
        done(*result)


class ThreadPool(_Calls):
    """Runs calls in a fixed number of daemon threads."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        if processes is None:
            import os
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._processes = processes
        self._state = _RUN
        self._tasks = queue.SimpleQueue()
        self._pool = []
        for _ in range(processes):
            thread = threading.Thread(target=worker, args=(self, initializer, initargs), daemon=True)
            self._pool.append(thread)
            thread.start()
        # CPython's pool has three more threads, for its own work: the numbers of later threads agree.
        for _ in range(3):
            threading._newname('Thread-%d')

    def _put(self, done, function, args, kwds={}):
        self._tasks.put((done, function, args, kwds))

    def close(self):
        """Accept no more calls; the threads end when all are done."""
        if self._state == _RUN:
            self._state = _CLOSE
            for _ in self._pool:
                self._tasks.put(None)

    def terminate(self):
        """Accept no more calls and drop those that have not begun."""
        self._state = _TERMINATE
        for _ in self._pool:
            self._tasks.put(None)

    def join(self):
        """Wait for the threads to end."""
        if self._state == _RUN:
            raise ValueError('Pool is still running')
        for thread in self._pool:
            thread.join()


# At the end, as it is made of what is above.
from multiprocessing._process_pool import Pool, MaybeEncodingError, RemoteTraceback, ExceptionWithTraceback
