# multiprocessing._manager_server: the process of a manager, and how requests come to it.
# Native hooks: `_multiprocessing.pipe`, `_multiprocessing.SemLock`.
#
# All clients send requests through one pipe. A reply comes through one of several: who makes a request takes one for itself.
# Each thread of each client has a thread here, so that the locks that it holds know their owner.

import os
import pickle
import queue
import threading
from _multiprocessing import SEMAPHORE, SemLock, pipe

# So many requests can wait for a reply at the same time.
_REPLIES = 32

# By address: the ways to the managers that this process knows.
links = {}
# The server, in its own process.
_server = None
_numbers = iter(range(1 << 62))


class RemoteError(Exception):
    """A failure of the server, with its traceback."""

    __module__ = 'multiprocessing.managers'

    def __str__(self):
        return '\n' + '-' * 75 + '\n' + str(self.args[0]) + '-' * 75


class Token:
    """Which object of which server."""

    __module__ = 'multiprocessing.managers'

    def __init__(self, typeid, address, id):
        self.typeid = typeid
        self.address = address
        self.id = id

    def __repr__(self):
        return '%s(typeid=%r, address=%r, id=%r)' % (type(self).__name__, self.typeid, self.address, self.id)


class Link:
    """The way from clients to a server."""

    def __init__(self, address):
        self.address = address or '/tmp/pymp-%d-%d' % (os.getpid(), next(_numbers))
        self.requests, self._requests_in = pipe(False)
        self.replies = [pipe(False) for _ in range(_REPLIES)]
        self._taken = [SemLock(SEMAPHORE, 1, 1) for _ in range(_REPLIES)]
        self._free = SemLock(SEMAPHORE, _REPLIES, _REPLIES)
        links[self.address] = self

    def become_client(self):
        """Close what only the server needs: so the end of the server is seen."""
        self.requests.close()
        for _, reply_in in self.replies:
            reply_in.close()

    def become_server(self):
        """Close what only clients need."""
        self._requests_in.close()
        for reply_out, _ in self.replies:
            reply_out.close()

    def request(self, what, typeid_or_id, method, args, kwds):
        """Have the server do something; what came of it."""
        self._free.acquire()
        place = 0
        while not self._taken[place].acquire(False):
            place = (place + 1) % _REPLIES
        try:
            # A reply that somebody has not waited for may still come before one's own.
            number = (os.getpid(), next(_numbers))
            client = (os.getpid(), threading.get_ident())
            self._requests_in.send(pickle.dumps((place, number, client, what, typeid_or_id, method, args, kwds)))
            while True:
                answered, success, value = pickle.loads(self.replies[place][0].recv())
                if answered == number:
                    break
        finally:
            self._taken[place].release()
            self._free.release()
        if success:
            return value
        raise value


def call(token, method, args, kwds):
    """Call a method of an object; ('value', …), or ('proxy', …) for another object."""
    if _server is not None and _server.address == token.address:
        return _server.call(token.id, method, args, kwds)
    link = links.get(token.address)
    if link is None:
        raise ConnectionRefusedError(111, 'Connection refused')
    return link.request('call', token.id, method, args, kwds)


def run(link, registry, initializer, initargs):
    """What the process of a manager does."""
    global _server
    link.become_server()
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if initializer is not None:
        initializer(*initargs)
    _server = _Server(link, registry)
    _server.serve()


class _Server:
    """Keeps objects and does what clients ask for."""

    def __init__(self, link, registry):
        self.address = link.address
        self._link = link
        self._registry = registry
        self._objects = {}
        self._threads = {}

    def serve(self):
        """Hand each request to the thread of its client, until told to end."""
        while True:
            try:
                request = self._link.requests.recv()
            except EOFError:
                return
            try:
                place, number, client, what, *rest = pickle.loads(request)
            except Exception:
                continue
            if what == 'shutdown':
                self._reply(place, number, True, None)
                return
            work = self._threads.get(client)
            if work is None:
                work = self._threads[client] = queue.SimpleQueue()
                threading.Thread(target=self._work, args=(work,), daemon=True).start()
            work.put((place, number, what, rest))

    def _work(self, work):
        while True:
            place, number, what, rest = work.get()
            try:
                result = (True, self._create(*rest) if what == 'create' else self.call(rest[0], *rest[1:]))
            except Exception as error:
                result = (False, error if what == 'call' else _remote_error())
            self._reply(place, number, *result)
            rest = result = None

    def _reply(self, place, number, success, value):
        try:
            data = pickle.dumps((number, success, value))
        except Exception:
            data = pickle.dumps((number, False, _remote_error()))
        self._link.replies[place][1].send(data)

    def _create(self, typeid, _, args, kwds):
        function, exposed, _, _ = self._registry[typeid]
        if function is None:
            if kwds or len(args) != 1:
                raise ValueError('Without callable, must have one non-keyword argument')
            obj = args[0]
        else:
            obj = function(*args, **kwds)
        return self._keep(typeid, obj, exposed)

    def _keep(self, typeid, obj, exposed):
        if exposed is None:
            exposed = [name for name in dir(obj) if name[0] != '_' and callable(getattr(obj, name))]
        number = '%x' % id(obj)
        self._objects[number] = (obj, frozenset(exposed), typeid)
        return Token(typeid, self.address, number), tuple(exposed)

    def call(self, number, method, args, kwds):
        """Call a method of an object."""
        obj, exposed, typeid = self._objects[number]
        if method not in exposed:
            if method == '#GETVALUE':
                return 'value', obj
            if method in ('__repr__', '__str__'):
                return 'value', repr(obj) if method == '__repr__' else str(obj)
            raise AttributeError('method %r of %r object is not in exposed=%r' % (method, type(obj), set(exposed)))
        result = getattr(obj, method)(*args, **kwds)
        other = self._registry[typeid][2].get(method)
        if other is not None:
            _, exposed, _, proxytype = self._registry[other]
            return 'proxy', (*self._keep(other, result, exposed), proxytype)
        if type(result) in _VIEWS:
            result = list(result)
        return 'value', result


_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))


def _remote_error():
    import traceback
    return RemoteError(traceback.format_exc())
