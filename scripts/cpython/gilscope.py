"""The module gilscope for CPython: put this folder on PYTHONPATH, and scripts that let time pass run there as well."""

import time

__all__ = ['burn', 'io', 'is_simulated']


def burn(seconds):
    """Compute for so many seconds of processor time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def io(seconds):
    """Wait for so many seconds, without the interpreter lock."""
    time.sleep(seconds)


def is_simulated():
    """Whether time is virtual."""
    return False
