# Future, Executor, wait and as_completed, on top of `threading`.
# Native hooks: `time.monotonic`. `logging` and `collections` are loaded only when they are needed.

import threading
from time import monotonic as _now

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'  # and those who wait have been told
FINISHED = 'FINISHED'

_SHOWN = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled', CANCELLED_AND_NOTIFIED: 'cancelled',
          FINISHED: 'finished'}


class Error(Exception):
    """Base of the exceptions of futures."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The operation is not allowed in the future's state."""


class BrokenExecutor(RuntimeError):
    """The executor can run no more functions."""


TimeoutError = TimeoutError


def _logger():
    import logging
    return logging.getLogger('concurrent.futures')


class Future:
    """The result of a call that may not have ended yet."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                _logger().exception('exception calling callback for %r', self)

    def __repr__(self):
        with self._condition:
            text = '<%s at %#x state=%s' % (self.__class__.__name__, id(self), _SHOWN[self._state])
            if self._state == FINISHED:
                if self._exception:
                    text += ' raised ' + self._exception.__class__.__name__
                else:
                    text += ' returned ' + self._result.__class__.__name__
            return text + '>'

    def cancel(self):
        """Cancel the call if it has not begun; whether it is cancelled."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            if self._condition._waiters:
                self._condition.notify_all()
        if self._done_callbacks:
            self._invoke_callbacks()
        return True

    def cancelled(self):
        """Whether the call was cancelled."""
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        """Whether the call runs now."""
        with self._condition:
            return self._state == RUNNING

    def done(self):
        """Whether the call has ended or was cancelled."""
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def __get_result(self):
        if self._exception:
            try:
                raise self._exception
            finally:
                # The traceback must not keep this frame's future alive.
                self = None
        return self._result

    def add_done_callback(self, fn):
        """Have fn(future) called when the call has ended; at once if it has."""
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)
        except Exception:
            _logger().exception('exception calling callback for %r', self)

    def result(self, timeout=None):
        """What the call returned; wait for it, at most timeout seconds; raises what the call raised."""
        try:
            with self._condition:
                if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                    raise CancelledError()
                if self._state == FINISHED:
                    return self.__get_result()
                self._condition.wait(timeout)
                if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                    raise CancelledError()
                if self._state == FINISHED:
                    return self.__get_result()
                raise TimeoutError()
        finally:
            self = None

    def exception(self, timeout=None):
        """What the call raised, or None; wait for its end, at most timeout seconds."""
        with self._condition:
            if self._state not in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
                self._condition.wait(timeout)
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                raise CancelledError()
            if self._state == FINISHED:
                return self._exception
            raise TimeoutError()

    # For executors only, from here on.

    def set_running_or_notify_cancel(self):
        """Mark the call as running; False if it was cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.add_cancelled(self)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            _logger().critical('Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        """End the call with a result."""
        with self._condition:
            self._check_open()
            self._result = result
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_result(self)
            if self._condition._waiters:
                self._condition.notify_all()
        if self._done_callbacks:
            self._invoke_callbacks()

    def set_exception(self, exception):
        """End the call with an exception."""
        with self._condition:
            self._check_open()
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.add_exception(self)
            if self._condition._waiters:
                self._condition.notify_all()
        if self._done_callbacks:
            self._invoke_callbacks()

    def _check_open(self):
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED):
            raise InvalidStateError('%s: %r' % (self._state, self))


# ---- waiting for several futures: each tells its waiters ----

class _Waiter:
    """Collects futures as they end; each one wakes whoever waits for the event."""

    def __init__(self):
        self.event = threading.Event()
        self.lock = threading.Lock()
        self.finished_futures = []

    def _add(self, future):
        with self.lock:
            self.finished_futures.append(future)
            self.event.set()

    add_result = _add
    add_exception = _add
    add_cancelled = _add


class _AllCompletedWaiter(_Waiter):
    """Wakes when the last future has ended, or at the first exception if asked to."""

    def __init__(self, pending, stop_on_exception):
        super().__init__()
        self.pending = pending
        self.stop_on_exception = stop_on_exception

    def _count(self, future):
        with self.lock:
            self.finished_futures.append(future)
            self.pending -= 1
            if not self.pending:
                self.event.set()

    add_result = _count
    add_cancelled = _count

    def add_exception(self, future):
        self._count(future)
        if self.stop_on_exception:
            self.event.set()


class _AcquireFutures:
    """Holds the conditions of all the futures, in one order, so that none ends meanwhile."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _is_done(future):
    return future._state in (CANCELLED_AND_NOTIFIED, FINISHED)


def _unique(fs):
    # Each future once, in the order given.
    return list(dict.fromkeys(fs))


def as_completed(fs, timeout=None):
    """Give the futures as they end; TimeoutError if not all do in time."""
    deadline = None if timeout is None else timeout + _now()
    fs = _unique(fs)
    total = len(fs)
    waiter = _Waiter()
    with _AcquireFutures(fs):
        finished = [f for f in fs if _is_done(f)]
        pending = {f: None for f in fs if not _is_done(f)}
        for future in pending:
            future._waiters.append(waiter)
    try:
        finished.reverse()
        while finished:
            # Given away one by one: the generator keeps no future alive.
            yield finished.pop()
        while pending:
            left = None
            if deadline is not None:
                left = deadline - _now()
                if left < 0:
                    raise TimeoutError('%d (of %d) futures unfinished' % (len(pending), total))
            waiter.event.wait(left)
            with waiter.lock:
                finished = waiter.finished_futures
                waiter.finished_futures = []
                waiter.event.clear()
            for future in finished:
                with future._condition:
                    future._waiters.remove(waiter)
                pending.pop(future, None)
            finished.reverse()
            while finished:
                yield finished.pop()
    finally:
        for future in pending:
            with future._condition:
                if waiter in future._waiters:
                    future._waiters.remove(waiter)


_done_and_not_done = None


def DoneAndNotDoneFutures(done, not_done):
    """The named tuple that wait() returns."""
    global _done_and_not_done
    if _done_and_not_done is None:
        from collections import namedtuple
        _done_and_not_done = namedtuple('DoneAndNotDoneFutures', 'done not_done')
    return _done_and_not_done(done, not_done)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Wait for futures to end; return (done, not_done), two sets."""
    fs = _unique(fs)
    with _AcquireFutures(fs):
        done = {f for f in fs if _is_done(f)}
        not_done = set(fs) - done
        if return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and done:
            if any(f for f in done if not f.cancelled() and f.exception() is not None):
                return DoneAndNotDoneFutures(done, not_done)
        if len(done) == len(fs):
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_COMPLETED:
            waiter = _Waiter()
        elif return_when == FIRST_EXCEPTION:
            waiter = _AllCompletedWaiter(len(not_done), True)
        elif return_when == ALL_COMPLETED:
            waiter = _AllCompletedWaiter(len(not_done), False)
        else:
            raise ValueError('Invalid return condition: %r' % return_when)
        for future in not_done:
            future._waiters.append(waiter)
    waiter.event.wait(timeout)
    for future in not_done:
        with future._condition:
            future._waiters.remove(waiter)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, set(fs) - done)


def _result_or_cancel(fut, timeout=None):
    try:
        try:
            return fut.result(timeout)
        finally:
            fut.cancel()
    finally:
        del fut


class Executor:
    """Something that runs functions and gives futures for them."""

    def submit(self, fn, /, *args, **kwargs):
        """Have fn(*args, **kwargs) called; return its future."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like the builtin map, with the calls made at once and concurrently."""
        deadline = None if timeout is None else timeout + _now()
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        # A function of its own, so that the calls begin before the first result is asked for.
        def result_iterator():
            try:
                fs.reverse()
                while fs:
                    if timeout is None:
                        yield _result_or_cancel(fs.pop())
                    else:
                        yield _result_or_cancel(fs.pop(), deadline - _now())
            finally:
                for future in fs:
                    future.cancel()
        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Accept no more calls."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False
