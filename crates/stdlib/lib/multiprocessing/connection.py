# multiprocessing.connection: ends of pipes that carry objects. Native hooks: `_multiprocessing.pipe`, `_multiprocessing.wait`.

import pickle
from _multiprocessing import pipe as _pipe, wait as _wait

__all__ = ['Client', 'Listener', 'Pipe', 'wait']


class Connection:
    """One end of a pipe."""

    def __init__(self, channel, readable=True, writable=True):
        self._channel = channel
        self._readable = readable
        self._writable = writable

    def _check_readable(self):
        if self._channel is None:
            raise OSError('handle is closed')
        if not self._readable:
            raise OSError('connection is write-only')

    def _check_writable(self):
        if self._channel is None:
            raise OSError('handle is closed')
        if not self._writable:
            raise OSError('connection is read-only')

    @property
    def closed(self):
        """Whether this end has been closed."""
        return self._channel is None

    @property
    def readable(self):
        """Whether objects come out here."""
        return self._readable

    @property
    def writable(self):
        """Whether objects are put in here."""
        return self._writable

    def fileno(self):
        """Not a file."""
        if self._channel is None:
            raise OSError('handle is closed')
        raise OSError('a connection of gilscope has no file descriptor')

    def close(self):
        """Close this end."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None

    def send(self, obj):
        """Send an object, as pickle makes it bytes."""
        self._check_writable()
        self._channel.send(pickle.dumps(obj))

    def recv(self):
        """The next object; wait for it."""
        self._check_readable()
        return pickle.loads(self._channel.recv())

    def send_bytes(self, buf, offset=0, size=None):
        """Send bytes as one message."""
        self._check_writable()
        if not isinstance(buf, (bytes, bytearray)):
            raise TypeError("memoryview: a bytes-like object is required, not '%s'" % type(buf).__name__)
        if offset < 0:
            raise ValueError('offset is negative')
        if len(buf) < offset:
            raise ValueError('buffer length < offset')
        if size is None:
            size = len(buf) - offset
        elif size < 0:
            raise ValueError('size is negative')
        elif offset + size > len(buf):
            raise ValueError('buffer length < offset + size')
        self._channel.send(bytes(buf[offset:offset + size]))

    def recv_bytes(self, maxlength=None):
        """The next message of bytes; wait for it."""
        self._check_readable()
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        data = self._channel.recv()
        if maxlength is not None and len(data) > maxlength:
            if self._writable:
                self._readable = False
            else:
                self.close()
            raise OSError('bad message length')
        return data

    def recv_bytes_into(self, buf, offset=0):
        """Put the next message of bytes into a bytearray; its length."""
        self._check_readable()
        if offset < 0:
            raise ValueError('negative offset')
        if offset > len(buf):
            raise ValueError('offset too large')
        data = self._channel.recv()
        if len(buf) < offset + len(data):
            from multiprocessing.context import BufferTooShort
            raise BufferTooShort(data)
        buf[offset:offset + len(data)] = data
        return len(data)

    def poll(self, timeout=0.0):
        """Whether there is something to receive; wait for it at most that long."""
        self._check_readable()
        return self._channel.poll(timeout)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()

    def __reduce__(self):
        raise RuntimeError('%s objects should only be shared between processes through inheritance' % type(self).__name__)


def Pipe(duplex=True):
    """The two ends of a pipe: either does both, or the first receives and the second sends."""
    first, second = _pipe(duplex)
    return Connection(first, writable=duplex), Connection(second, readable=duplex)


def wait(object_list, timeout=None):
    """Those connections and sentinels that are ready; wait for the first at most that long."""
    objects = list(object_list)
    channels = [item._channel if isinstance(item, Connection) else item for item in objects]
    ready = [id(channel) for channel in _wait(channels, None if timeout is None else max(timeout, 0))]
    return [item for item, channel in zip(objects, channels) if id(channel) in ready]


def _no_network(*args, **kwargs):
    raise NotImplementedError('multiprocessing.connection.Client and Listener are not supported: there is no network here')


Client = Listener = _no_network
