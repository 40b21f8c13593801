# multiprocessing.dummy: the interface of multiprocessing on threads. No native hooks.

import threading
from threading import Lock, RLock, Semaphore, BoundedSemaphore, Event, Condition, Barrier
from queue import Queue

__all__ = ['Process', 'current_process', 'active_children', 'freeze_support', 'Lock', 'RLock', 'Semaphore',
           'BoundedSemaphore', 'Condition', 'Event', 'Barrier', 'Queue', 'Manager', 'Pipe', 'Pool', 'JoinableQueue']

JoinableQueue = Queue
current_process = threading.current_thread
dict = dict
list = list
_children = []


class DummyProcess(threading.Thread):
    """A thread that looks like a process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._pid = None
        self._start_called = False

    def start(self):
        self._start_called = True
        _children.append(self)
        threading.Thread.start(self)

    @property
    def exitcode(self):
        if self._start_called and not self.is_alive():
            return 0
        return None


Process = DummyProcess


def active_children():
    """The threads that were started here and are alive."""
    _children[:] = [child for child in _children if child.is_alive()]
    return _children[:]


def freeze_support():
    """Nothing to do."""


class Namespace:
    """Attributes that can be shared."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = sorted(['%s=%r' % item for item in self.__dict__.items() if not item[0].startswith('_')])
        return '%s(%s)' % (self.__class__.__name__, ', '.join(items))


class Value:
    """A value that can be shared."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self.value = value

    def __repr__(self):
        return '<%s(%r, %r)>' % (type(self).__name__, self._typecode, self.value)


def Array(typecode, sequence, lock=True):
    """A list."""
    return [item for item in sequence]


class _Connection:
    """One end of a pipe."""

    def __init__(self, incoming, outgoing):
        self._in = incoming
        self._out = outgoing

    def send(self, obj):
        self._out.put(obj)

    def recv(self):
        return self._in.get()

    def poll(self, timeout=0.0):
        return self._in.qsize() > 0

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def Pipe(duplex=True):
    """Two ends that send to each other."""
    a = Queue()
    b = Queue()
    return _Connection(a, b), _Connection(b, a)


def Manager():
    """This module."""
    import sys
    return sys.modules[__name__]


def shutdown():
    """Nothing to do."""


def Pool(processes=None, initializer=None, initargs=()):
    """A pool of threads."""
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)
