# gilscope: time that passes on purpose, for demonstrations: as long in real time as on virtual time, where it costs nothing.
# There is a file of the same functions for CPython in scripts/cpython. Native hooks: `_gilscope`.

"""Let time pass: burn() computes for so many seconds, io() waits for so many in a system call."""

import _gilscope

__all__ = ['burn', 'io', 'is_simulated']


def burn(seconds):
    """Compute for so many seconds of processor time, with the check points of a loop in Python."""
    end = _gilscope.worked() + _gilscope.nanoseconds(seconds)
    while _gilscope.burn(end):
        pass


def io(seconds):
    """Wait for so many seconds in a system call, without the interpreter lock."""
    nanoseconds = _gilscope.nanoseconds(seconds)
    if nanoseconds < 0:
        raise ValueError('seconds must be non-negative')
    _gilscope.io(nanoseconds)


def is_simulated():
    """Whether time is virtual."""
    return _gilscope.is_simulated()
