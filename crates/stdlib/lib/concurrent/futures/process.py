# concurrent.futures.process: calls in a pool of processes. Native hooks: `_multiprocessing.pipe` and `.wait`.

import itertools
import os
import pickle
import threading
from _multiprocessing import pipe, wait
from concurrent.futures import _base

# The threads that look after the pools, each with the channel that wakes it: at the end of the program they are told.
_threads_wakeups = {}
_global_shutdown = False

# So many calls more than there are workers are on their way, so that none of them has to wait for the next.
EXTRA_QUEUED_CALLS = 1


def _python_exit():
    global _global_shutdown
    _global_shutdown = True
    threads = list(_threads_wakeups.items())
    for _, wake in threads:
        wake.send(b'')
    for thread, _ in threads:
        thread.join()


threading._register_atexit(_python_exit)


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker has ended of itself: the pool is of no use."""


class _RemoteTraceback(Exception):
    """The traceback of an exception in a worker, as its cause."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _rebuild_exc(exc, tb):
    exc.__cause__ = _RemoteTraceback(tb)
    return exc


class _ExceptionWithTraceback:
    """An exception on its way from a worker; its traceback goes along as text."""

    def __init__(self, exc, tb):
        self.exc = exc
        self.tb = _quoted_traceback(exc, tb)
        exc.__traceback__ = None

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb)


def _quoted_traceback(exc, tb):
    import traceback
    return '\n"""\n%s"""' % ''.join(traceback.format_exception(type(exc), exc, tb))


class _WorkItem:
    """One call that was submitted."""

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _process_worker(calls, results, initializer, initargs, max_tasks):
    if initializer is not None:
        try:
            initializer(*initargs)
        except BaseException:
            _base._logger().critical('Exception in initializer:', exc_info=True)
            # The parent takes this end for what it is.
            return
    tasks = 0
    while True:
        call = pickle.loads(calls.recv())
        if call is None:
            results.send(pickle.dumps((None, True, os.getpid())))
            return
        work_id, fn, args, kwargs = call
        try:
            result = (True, fn(*args, **kwargs))
        except BaseException as error:
            result = (False, _ExceptionWithTraceback(error, error.__traceback__))
        try:
            data = pickle.dumps((work_id, *result))
        except BaseException as error:
            data = pickle.dumps((work_id, False, _ExceptionWithTraceback(error, error.__traceback__)))
        results.send(data)
        call = fn = args = kwargs = result = data = None
        tasks += 1
        if max_tasks is not None and tasks >= max_tasks:
            results.send(pickle.dumps((None, True, os.getpid())))
            return


class ProcessPoolExecutor(_base.Executor):
    """Runs calls in max_workers processes."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.process_cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if mp_context is None:
            import multiprocessing
            mp_context = multiprocessing.get_context('spawn' if max_tasks_per_child is not None else None)
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError('max_tasks_per_child must be an integer')
            if max_tasks_per_child <= 0:
                raise ValueError('max_tasks_per_child must be >= 1')
            if mp_context.get_start_method(allow_none=False) == 'fork':
                raise ValueError('max_tasks_per_child is incompatible with the "fork" multiprocessing start method; '
                                 'supply a different mp_context.')
        self._max_workers = max_workers
        self._mp_context = mp_context
        self._worker_args = (initializer, initargs, max_tasks_per_child)
        self._manager_thread = None
        self._processes = {}
        self._shutdown_thread = False
        self._shutdown_lock = threading.Lock()
        self._broken = False
        # Calls by number; those on their way to a worker are in _running as well.
        self._work = {}
        self._running = set()
        self._waiting = []
        self._queue_count = 0
        self._cancel_pending_futures = False
        self._calls_out, self._calls_in = pipe(False)
        self._results_out, self._results_in = pipe(False)
        self._wake_out, self._wake_in = pipe(False)

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown_thread:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _global_shutdown:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            self._work[self._queue_count] = _WorkItem(future, fn, args, kwargs)
            self._waiting.append(self._queue_count)
            self._queue_count += 1
            if self._manager_thread is None:
                self._start_workers()
                self._manager_thread = threading.Thread(target=self._manage, name='Thread-0 (ExecutorManagerThread)')
                self._manager_thread.start()
                _threads_wakeups[self._manager_thread] = self._wake_in
            self._wake_in.send(b'')
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like the builtin map, with the calls made in the workers, chunksize at a time."""
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        items = zip(*iterables)
        chunks = iter(lambda: tuple(itertools.islice(items, chunksize)), ())
        results = _base.Executor.map(self, _process_chunk, itertools.repeat(fn), chunks, timeout=timeout)
        return _chain(results)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._cancel_pending_futures = self._cancel_pending_futures or cancel_futures
            self._shutdown_thread = True
            if self._manager_thread is not None:
                self._wake_in.send(b'')
        if self._manager_thread is not None and wait:
            self._manager_thread.join()
            _threads_wakeups.pop(self._manager_thread, None)

    def _start_workers(self):
        while len(self._processes) < self._max_workers:
            process = self._mp_context.Process(target=_process_worker,
                                               args=(self._calls_out, self._results_in, *self._worker_args))
            process.start()
            self._processes[process.pid] = process

    # ---- the thread that looks after the workers ----

    def _manage(self):
        while True:
            self._send_calls()
            sentinels = [process.sentinel for process in self._processes.values()]
            ready = wait([self._results_out, self._wake_out] + sentinels)
            while self._wake_out.poll():
                self._wake_out.recv()
            if self._results_out in ready:
                self._receive(pickle.loads(self._results_out.recv()))
            elif any([sentinel in ready for sentinel in sentinels]):
                # What it has sent comes before its end.
                if not self._results_out.poll():
                    self._break()
                    return
            if self._shutdown_thread or _global_shutdown:
                if self._cancel_pending_futures:
                    self._cancel_waiting()
                if not self._work:
                    self._end_workers()
                    return

    def _send_calls(self):
        while self._waiting and len(self._running) < self._max_workers + EXTRA_QUEUED_CALLS:
            number = self._waiting.pop(0)
            item = self._work[number]
            if not item.future.set_running_or_notify_cancel():
                del self._work[number]
                continue
            try:
                data = pickle.dumps((number, item.fn, item.args, item.kwargs))
            except BaseException as error:
                error.__cause__ = _RemoteTraceback(_quoted_traceback(error, error.__traceback__))
                del self._work[number]
                item.future.set_exception(error)
                continue
            self._running.add(number)
            self._calls_in.send(data)

    def _receive(self, message):
        number, success, value = message
        if number is None:
            # A worker has had its number of calls.
            process = self._processes.pop(value, None)
            if process is not None:
                process.join()
            if not self._shutdown_thread or self._work:
                self._start_workers()
            return
        self._running.discard(number)
        item = self._work.pop(number, None)
        if item is None:
            return
        if success:
            item.future.set_result(value)
        else:
            item.future.set_exception(value)

    def _cancel_waiting(self):
        for number in self._waiting:
            self._work.pop(number).future.cancel()
        self._waiting.clear()

    def _end_workers(self):
        nothing = pickle.dumps(None)
        for _ in self._processes:
            self._calls_in.send(nothing)
        for process in self._processes.values():
            process.join()

    def _break(self):
        with self._shutdown_lock:
            self._broken = 'A child process terminated abruptly, the process pool is not usable anymore'
            self._shutdown_thread = True
        for item in self._work.values():
            try:
                item.future.set_exception(BrokenProcessPool(
                    'A process in the process pool was terminated abruptly while the future was running or pending.'))
            except _base.InvalidStateError:
                # It has been cancelled.
                pass
        self._work.clear()
        self._waiting.clear()
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            process.join()


def _chain(chunks):
    for chunk in chunks:
        chunk.reverse()
        while chunk:
            yield chunk.pop()
