# multiprocessing.queues: queues between processes. No native hooks of its own.

import os
import pickle
import sys
import threading
from collections import deque
from queue import Empty, Full
from time import monotonic
from multiprocessing import util
from multiprocessing.connection import Pipe
from multiprocessing.synchronize import BoundedSemaphore, Condition, Lock, Semaphore, SEM_VALUE_MAX, _only_inherited

__all__ = ['Queue', 'SimpleQueue', 'JoinableQueue']

_SENTINEL = object()


class Queue:
    """First in, first out. A thread of the process that puts (the feeder) sends the items through a pipe."""

    def __init__(self, maxsize=0, *, ctx=None):
        if maxsize <= 0:
            maxsize = SEM_VALUE_MAX
        self._maxsize = maxsize
        self._reader, self._writer = Pipe(duplex=False)
        self._rlock = Lock()
        self._wlock = Lock()
        # So many items may still be put.
        self._sem = BoundedSemaphore(maxsize)
        self._ignore_epipe = False
        self._begin()

    def _begin(self):
        # What each process has of its own.
        self._pid = os.getpid()
        self._notempty = threading.Condition(threading.Lock())
        self._buffer = deque()
        self._thread = None
        self._jointhread = None
        self._joincancelled = False
        self._closed = False
        self._close = None

    def _check_process(self):
        if self._pid != os.getpid():
            self._begin()

    def __reduce__(self):
        _only_inherited(self)

    def put(self, obj, block=True, timeout=None):
        """Add an item; wait for room if block, at most timeout seconds, else raise Full."""
        self._check_process()
        if self._closed:
            raise ValueError('Queue %r is closed' % self)
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._notempty.notify()

    def get(self, block=True, timeout=None):
        """Take the next item; wait for one if block, at most timeout seconds, else raise Empty."""
        self._check_process()
        if self._closed:
            raise ValueError('Queue %r is closed' % self)
        if block and timeout is None:
            with self._rlock:
                data = self._reader.recv_bytes()
            self._sem.release()
        else:
            deadline = monotonic() + timeout if block else None
            if not self._rlock.acquire(block, timeout):
                raise Empty
            try:
                left = max(deadline - monotonic(), 0) if block else 0
                if not self._reader.poll(left):
                    raise Empty
                data = self._reader.recv_bytes()
                self._sem.release()
            finally:
                self._rlock.release()
        # Outside the lock, as it may take long.
        return pickle.loads(data)

    def qsize(self):
        """How many items there are now."""
        return self._maxsize - self._sem.get_value()

    def empty(self):
        """Whether there is no item to be had now."""
        return not self._reader.poll()

    def full(self):
        """Whether there is no room now."""
        return self._sem.get_value() == 0

    def get_nowait(self):
        """get() without waiting."""
        return self.get(False)

    def put_nowait(self, obj):
        """put() without waiting."""
        return self.put(obj, False)

    def close(self):
        """This process will put nothing more; the feeder ends when all is sent."""
        self._check_process()
        self._closed = True
        close = self._close
        if close:
            self._close = None
            close()

    def join_thread(self):
        """Wait until the feeder has sent everything; after close()."""
        assert self._closed, 'Queue %r not closed' % self
        if self._jointhread:
            self._jointhread()

    def cancel_join_thread(self):
        """Do not wait for the feeder at the end of the process: items may be lost."""
        self._check_process()
        self._joincancelled = True
        if self._jointhread is not None:
            self._jointhread.cancel()

    # ---- the feeder ----

    def _start_thread(self):
        self._buffer.clear()
        self._thread = threading.Thread(target=self._feed, name='QueueFeederThread', daemon=True)
        self._thread.start()
        if not self._joincancelled:
            self._jointhread = util.Finalize(self._thread, self._thread.join, exitpriority=-5)
        self._close = util.Finalize(self, self._finish, exitpriority=10)

    def _finish(self):
        with self._notempty:
            self._buffer.append(_SENTINEL)
            self._notempty.notify()

    def _feed(self):
        while True:
            with self._notempty:
                while not self._buffer:
                    self._notempty.wait()
                obj = self._buffer.popleft()
            if obj is _SENTINEL:
                # Readers of this process are not done: only what is written here is closed.
                self._reader.close()
                self._writer.close()
                return
            try:
                data = pickle.dumps(obj)
                obj = None
                with self._wlock:
                    self._writer.send_bytes(data)
            except Exception as error:
                if self._ignore_epipe and isinstance(error, BrokenPipeError):
                    return
                if util.is_exiting():
                    util.info('error in queue thread: %s', error)
                    return
                # The item does not count any more.
                self._sem.release()
                self._on_queue_feeder_error(error, obj)

    @staticmethod
    def _on_queue_feeder_error(e, obj):
        """Show an item that cannot be sent; subclasses may do otherwise."""
        import traceback
        traceback.print_exc()


class JoinableQueue(Queue):
    """A queue whose items are marked as dealt with, so that one can wait until all are."""

    def __init__(self, maxsize=0, *, ctx=None):
        Queue.__init__(self, maxsize)
        self._unfinished_tasks = Semaphore(0)
        self._cond = Condition()

    def put(self, obj, block=True, timeout=None):
        self._check_process()
        if self._closed:
            raise ValueError('Queue %r is closed' % self)
        if not self._sem.acquire(block, timeout):
            raise Full
        with self._notempty, self._cond:
            if self._thread is None:
                self._start_thread()
            self._buffer.append(obj)
            self._unfinished_tasks.release()
            self._notempty.notify()

    def task_done(self):
        """Say that an item got with get() has been dealt with."""
        with self._cond:
            if not self._unfinished_tasks.acquire(False):
                raise ValueError('task_done() called too many times')
            if self._unfinished_tasks._semlock._is_zero():
                self._cond.notify_all()

    def join(self):
        """Wait until every item that was put has been marked by task_done()."""
        with self._cond:
            if not self._unfinished_tasks._semlock._is_zero():
                self._cond.wait()


class SimpleQueue:
    """First in, first out, without a feeder: put() waits while the pipe is full."""

    def __init__(self, *, ctx=None):
        # No locks: a message goes through a pipe as a whole.
        self._reader, self._writer = Pipe(duplex=False)

    def __reduce__(self):
        _only_inherited(self)

    def close(self):
        """Close both ends, in this process."""
        self._reader.close()
        self._writer.close()

    def empty(self):
        """Whether there is no item to be had now."""
        return not self._reader.poll()

    def get(self):
        """Take the next item; wait for it."""
        return self._reader.recv()

    def put(self, obj):
        """Add an item."""
        self._writer.send(obj)
