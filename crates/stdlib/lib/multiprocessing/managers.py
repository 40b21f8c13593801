# multiprocessing.managers: a process that keeps objects, and proxies for them in others. No native hooks of its own.

import queue
import threading
from time import monotonic
from multiprocessing import _manager_server as server, util
from multiprocessing._manager_server import RemoteError, Token
from multiprocessing.context import ProcessError

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token']


class BaseManager:
    """Starts the process and makes objects in it; `register` says of what classes."""

    _registry = {}

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        if ctx is None:
            from multiprocessing import get_context
            ctx = get_context()
        self._ctx = ctx
        self._address = address
        self._shutdown_timeout = shutdown_timeout
        self._state = 'INITIAL'

    def start(self, initializer=None, initargs=()):
        """Start the process."""
        if self._state != 'INITIAL':
            raise ProcessError('Already started server' if self._state == 'STARTED' else 'Manager has shut down'
                               if self._state == 'SHUTDOWN' else 'Unknown state %r' % self._state)
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        link = server.Link(self._address)
        self._address = link.address
        self._process = self._ctx.Process(target=server.run, args=(link, self._registry, initializer, initargs))
        identity = ':'.join([str(number) for number in self._process._identity])
        self._process.name = type(self).__name__ + '-' + identity
        self._process.start()
        link.become_client()
        self._state = 'STARTED'
        self._link = link
        self.shutdown = util.Finalize(self, self._finish, exitpriority=0)

    def _finish(self):
        if self._process.is_alive():
            try:
                self._link.request('shutdown', None, None, (), {})
            except (OSError, EOFError):
                pass
            self._process.join(self._shutdown_timeout)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join()
        self._state = 'SHUTDOWN'

    def connect(self):
        raise NotImplementedError('BaseManager.connect is not supported: there is no network here')

    def get_server(self):
        raise NotImplementedError('BaseManager.get_server is not supported: there is no network here')

    def join(self, timeout=None):
        """Wait until the process has ended."""
        if self._process is not None:
            self._process.join(timeout)

    @property
    def address(self):
        """The name of the process's end."""
        return self._address

    def __enter__(self):
        if self._state == 'INITIAL':
            self.start()
        assert self._state == 'STARTED'
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state == 'STARTED', 'server not yet started'
        return self._link.request('create', typeid, None, args, kwds)

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        """Have a method of this name make an object in the process, and give a proxy for it."""
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        exposed = exposed or getattr(proxytype, '_exposed_', None)
        method_to_typeid = method_to_typeid or getattr(proxytype, '_method_to_typeid_', None) or {}
        cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype or AutoProxy)
        if create_method:
            def make(self, /, *args, **kwds):
                token, exposed = self._create(typeid, *args, **kwds)
                return self._registry[typeid][3](token, 'pickle', manager=self, exposed=exposed)
            make.__name__ = typeid
            setattr(cls, typeid, make)


class BaseProxy:
    """Stands for an object of a manager."""

    def __init__(self, token, serializer='pickle', manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        self._token = token
        self._id = token.id
        self._manager = manager

    def _callmethod(self, methodname, args=(), kwds={}):
        """Call a method of the object."""
        token = self._token
        kind, value = server.call(token, methodname, args, kwds)
        if kind == 'proxy':
            new, exposed, proxytype = value
            return proxytype(new, 'pickle', manager=self._manager, exposed=exposed)
        return value

    def _getvalue(self):
        """A copy of the object."""
        return self._callmethod('#GETVALUE')

    def __reduce__(self):
        if hasattr(self, '_is_auto'):
            return RebuildProxy, (AutoProxy, self._token, {'exposed': self._exposed_})
        return RebuildProxy, (type(self), self._token, {})

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return '<%s object, typeid %r at %#x>' % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        try:
            return self._callmethod('__repr__')
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def RebuildProxy(func, token, kwds):
    """A proxy that comes from another process."""
    return func(token, 'pickle', **kwds)


def _forward(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    method.__name__ = name
    return method


def MakeProxyType(name, exposed):
    """A class of proxies with these methods."""
    namespace = {method: _forward(method) for method in exposed}
    namespace['_exposed_'] = tuple(exposed)
    namespace['__module__'] = __name__
    return type(name, (BaseProxy,), namespace)


def AutoProxy(token, serializer='pickle', manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy with the public methods of its object."""
    proxy = MakeProxyType('AutoProxy[%s]' % token.typeid, exposed)(token, serializer, manager=manager)
    proxy._is_auto = True
    return proxy


# ---- the proxies of what SyncManager makes ----

class AcquirerProxy(BaseProxy):
    """Stands for a lock."""

    _exposed_ = ('acquire', 'release')

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        return self._callmethod('release')

    def __enter__(self):
        return self._callmethod('acquire')

    def __exit__(self, exc_type, exc_val, exc_tb):
        return self._callmethod('release')


class ConditionProxy(AcquirerProxy):
    """Stands for a condition."""

    _exposed_ = ('acquire', 'release', 'wait', 'notify', 'notify_all')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def notify(self, n=1):
        return self._callmethod('notify', (n,))

    def notify_all(self):
        return self._callmethod('notify_all')

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        deadline = None if timeout is None else monotonic() + timeout
        while not result:
            left = None if deadline is None else deadline - monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result


EventProxy = MakeProxyType('EventProxy', ('is_set', 'set', 'clear', 'wait'))


class BarrierProxy(BaseProxy):
    """Stands for a barrier."""

    _exposed_ = ('__getattribute__', 'wait', 'abort', 'reset')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def abort(self):
        return self._callmethod('abort')

    def reset(self):
        return self._callmethod('reset')

    parties = property(lambda self: self._callmethod('__getattribute__', ('parties',)))
    n_waiting = property(lambda self: self._callmethod('__getattribute__', ('n_waiting',)))
    broken = property(lambda self: self._callmethod('__getattribute__', ('broken',)))


class NamespaceProxy(BaseProxy):
    """Stands for an object with attributes."""

    _exposed_ = ('__getattribute__', '__setattr__', '__delattr__')

    def __getattr__(self, key):
        if key[0] == '_':
            return object.__getattribute__(self, key)
        return self._callmethod('__getattribute__', (key,))

    def __setattr__(self, key, value):
        if key[0] == '_':
            return object.__setattr__(self, key, value)
        return self._callmethod('__setattr__', (key, value))

    def __delattr__(self, key):
        if key[0] == '_':
            return object.__delattr__(self, key)
        return self._callmethod('__delattr__', (key,))


class ValueProxy(BaseProxy):
    """Stands for a value."""

    _exposed_ = ('get', 'set')

    def get(self):
        return self._callmethod('get')

    def set(self, value):
        return self._callmethod('set', (value,))

    value = property(get, set)


class IteratorProxy(BaseProxy):
    """Stands for an iterator."""

    _exposed_ = ('__next__', 'send', 'throw', 'close')

    def __iter__(self):
        return self

    def __next__(self, *args):
        return self._callmethod('__next__', args)

    def send(self, *args):
        return self._callmethod('send', args)

    def throw(self, *args):
        return self._callmethod('throw', args)

    def close(self, *args):
        return self._callmethod('close', args)


class ListProxy(MakeProxyType('BaseListProxy', (
        '__add__', '__contains__', '__delitem__', '__getitem__', '__len__', '__mul__', '__rmul__', '__setitem__', 'append',
        'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort', 'clear', 'copy'))):
    """Stands for a list."""

    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._callmethod('__setitem__', (slice(None), self._getvalue() * value))
        return self

    def __reversed__(self):
        return reversed(self._getvalue())


class DictProxy(MakeProxyType('BaseDictProxy', (
        '__contains__', '__delitem__', '__getitem__', '__len__', '__or__', '__ror__', '__setitem__', 'clear', 'copy', 'get',
        'items', 'keys', 'pop', 'popitem', 'setdefault', 'update', 'values'))):
    """Stands for a dict."""

    def __iter__(self):
        return iter(self.keys())

    def __ior__(self, value):
        self._callmethod('update', (value,))
        return self

    def __reversed__(self):
        return reversed(self.keys())


ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))


# ---- what a SyncManager makes ----

class Namespace:
    """An object with attributes."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = sorted(['%s=%r' % item for item in self.__dict__.items() if not item[0].startswith('_')])
        return '%s(%s)' % (type(self).__name__, ', '.join(items))


class Value:
    """A value."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return '%s(%r, %r)' % (type(self).__name__, self._typecode, self._value)

    value = property(get, set)


class _Array(list):
    """A row of numbers of one type."""

    def __init__(self, typecode, sequence):
        list.__init__(self, sequence)
        self._typecode = typecode

    def __repr__(self):
        return 'array(%r, %s)' % (self._typecode, list.__repr__(self))


def Array(typecode, sequence, lock=True):
    """Numbers of one type."""
    return _Array(typecode, sequence)


class SyncManager(BaseManager):
    """Makes what threads share, for processes."""


for _typeid, _class, _proxytype in (
        ('Queue', queue.Queue, None), ('JoinableQueue', queue.Queue, None), ('Event', threading.Event, EventProxy),
        ('Lock', threading.Lock, AcquirerProxy), ('RLock', threading.RLock, AcquirerProxy),
        ('Semaphore', threading.Semaphore, AcquirerProxy), ('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy),
        ('Condition', threading.Condition, ConditionProxy), ('Barrier', threading.Barrier, BarrierProxy),
        ('list', list, ListProxy), ('dict', dict, DictProxy), ('Value', Value, ValueProxy), ('Array', Array, ArrayProxy),
        ('Namespace', Namespace, NamespaceProxy)):
    SyncManager.register(_typeid, _class, _proxytype)
