# concurrent.futures: run functions in a pool of threads. No native hooks of its own.

from concurrent.futures._base import (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, CancelledError, TimeoutError,
                                      InvalidStateError, BrokenExecutor, Future, Executor, wait, as_completed)
from concurrent.futures.thread import ThreadPoolExecutor

__all__ = ('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'InvalidStateError',
           'BrokenExecutor', 'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor')


class ProcessPoolExecutor(Executor):
    """Not supported: there are no processes here."""

    def __init__(self, *args, **kwargs):
        raise NotImplementedError('concurrent.futures.ProcessPoolExecutor is not supported; use ThreadPoolExecutor')
