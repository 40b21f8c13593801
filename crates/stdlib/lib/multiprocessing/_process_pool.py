# multiprocessing._process_pool: a pool of processes. Native hooks: `_multiprocessing.pipe` and `.wait`.
# One thread of the parent sends calls to the workers, one receives results, one replaces workers that have ended.

import os
import pickle
import queue
import threading
from _multiprocessing import pipe, wait
from multiprocessing import util
from multiprocessing.pool import _Calls, _RUN, _CLOSE, _TERMINATE


class MaybeEncodingError(Exception):
    """A result that cannot be sent."""

    __module__ = 'multiprocessing.pool'

    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return '<%s: %s>' % (self.__class__.__name__, self)


class RemoteTraceback(Exception):
    """The traceback of an exception in a worker, as its cause."""

    __module__ = 'multiprocessing.pool'

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def rebuild_exc(exc, tb):
    """An exception of a worker, with its traceback as its cause."""
    exc.__cause__ = RemoteTraceback(tb)
    return exc


class ExceptionWithTraceback:
    """An exception on its way from a worker; its traceback goes along as text."""

    __module__ = 'multiprocessing.pool'

    def __init__(self, exc, tb):
        import traceback
        text = ''.join(traceback.format_exception(type(exc), exc, tb))
        self.exc = exc
        exc.__traceback__ = None
        self.tb = '\n"""\n%s"""' % text

    def __reduce__(self):
        return rebuild_exc, (self.exc, self.tb)


def work(calls, results, initializer, initargs, maxtasks):
    """What each process of a pool does: `calls` and `results` are ends of pipes that all of them share."""
    if initializer is not None:
        initializer(*initargs)
    completed = 0
    while maxtasks is None or completed < maxtasks:
        try:
            task = pickle.loads(calls.recv())
        except (EOFError, OSError):
            util.debug('worker got EOFError or OSError -- exiting')
            break
        if task is None:
            util.debug('worker got sentinel -- exiting')
            break
        number, function, args, kwds = task
        try:
            result = (True, function(*args, **kwds))
        except Exception as error:
            result = (False, ExceptionWithTraceback(error, error.__traceback__))
        try:
            data = pickle.dumps((number, *result))
        except Exception as error:
            wrapped = MaybeEncodingError(error, result[1])
            util.debug('Possible encoding error while sending result: %s', wrapped)
            data = pickle.dumps((number, False, wrapped))
        results.send(data)
        task = function = args = kwds = result = data = None
        completed += 1
    util.debug('worker exiting after %d tasks', completed)


class Pool(_Calls):
    """Runs calls in a fixed number of daemonic processes."""

    __module__ = 'multiprocessing.pool'

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if context is None:
            from multiprocessing import get_context
            context = get_context()
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError('maxtasksperchild must be a positive int or None')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._context = context
        self._processes = processes
        self._worker_args = (initializer, initargs, maxtasksperchild)
        self._state = _RUN
        self._pool = []
        # By the number of a call: what is to be told what came of it.
        self._pending = {}
        self._lock = threading.Lock()
        self._next_number = 0
        self._tasks = queue.SimpleQueue()
        self._calls_out, self._calls_in = pipe(False)
        self._results_out, self._results_in = pipe(False)
        # Wakes the thread that looks after the workers; ends the one that receives.
        self._wake_out, self._wake_in = pipe(False)
        self._end_out, self._end_in = pipe(False)
        self._fill()
        self._threads = []
        for function in (self._look_after_workers, self._send_calls, self._receive_results):
            thread = threading.Thread(target=function, daemon=True)
            self._threads.append(thread)
            thread.start()
        self._terminate_once = util.Finalize(self, self._end, exitpriority=15)

    def _fill(self):
        # As many workers as there should be.
        while len(self._pool) < self._processes:
            process = self._context.Process(target=work, args=(self._calls_out, self._results_in, *self._worker_args))
            process.name = process.name.replace('Process', 'PoolWorker')
            process.daemon = True
            process.start()
            self._pool.append(process)
            util.debug('added worker')

    # ---- the three threads ----

    def _look_after_workers(self):
        while self._state == _RUN or self._state == _CLOSE and self._pending:
            for process in list(self._pool):
                if process.exitcode is not None:
                    process.join()
                    self._pool.remove(process)
            if self._state != _TERMINATE:
                self._fill()
            wait([self._wake_out] + [process.sentinel for process in self._pool])
            while self._wake_out.poll():
                self._wake_out.recv()
        # Nothing is to come any more.
        self._tasks.put(None)

    def _send_calls(self):
        for task in iter(self._tasks.get, None):
            if self._state == _TERMINATE:
                return
            try:
                data = pickle.dumps(task)
            except Exception as error:
                self._done(task[0], False, error)
                continue
            self._calls_in.send(data)
        nothing = pickle.dumps(None)
        for _ in range(self._processes):
            if self._state != _TERMINATE:
                self._calls_in.send(nothing)
        if self._state != _TERMINATE:
            for process in list(self._pool):
                process.join()
        self._end_in.send(b'')

    def _receive_results(self):
        while True:
            ready = wait([self._results_out, self._end_out])
            if self._state == _TERMINATE:
                return
            if self._results_out in ready:
                self._done(*pickle.loads(self._results_out.recv()))
            else:
                return

    def _done(self, number, success, value):
        with self._lock:
            done = self._pending.pop(number, None)
            is_last = not self._pending
        if done is not None:
            done(success, value)
        if is_last and self._state != _RUN:
            self._wake_in.send(b'')

    def _put(self, done, function, args, kwds={}):
        with self._lock:
            number = self._next_number
            self._next_number += 1
            self._pending[number] = done
        self._tasks.put((number, function, args, kwds))

    # ---- the end ----

    def __reduce__(self):
        raise NotImplementedError('pool objects cannot be passed between processes or pickled')

    def close(self):
        """Accept no more calls; the workers end when all are done."""
        if self._state == _RUN:
            self._state = _CLOSE
            self._wake_in.send(b'')

    def terminate(self):
        """Accept no more calls, drop those that have not ended, end the workers."""
        self._state = _TERMINATE
        self._terminate_once()

    def _end(self):
        self._state = _TERMINATE
        self._wake_in.send(b'')
        self._threads[0].join()
        for process in self._pool:
            if process.exitcode is None:
                process.terminate()
        # The sender may wait for room.
        while self._threads[1].is_alive():
            while self._calls_out.poll():
                self._calls_out.recv()
            self._threads[1].join(0.01)
        self._end_in.send(b'')
        if threading.current_thread() is not self._threads[2]:
            self._threads[2].join()
        for process in self._pool:
            process.join()

    def join(self):
        """Wait for the workers to end."""
        if self._state == _RUN:
            raise ValueError('Pool is still running')
        if self._state not in (_CLOSE, _TERMINATE):
            raise ValueError('In unknown state')
        for thread in self._threads:
            thread.join()
        for process in self._pool:
            process.join()
