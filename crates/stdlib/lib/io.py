# io: files and files in memory. [hidden: native code in CPython]
# No native hooks: the types of open files are asked of the standard streams.

import sys

__all__ = ['BlockingIOError', 'open', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO', 'BufferedIOBase',
           'BufferedReader', 'BufferedWriter', 'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET',
           'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE']

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError
open = open
TextIOWrapper = type(sys.__stdout__)
BufferedWriter = type(getattr(sys.__stdout__, 'buffer', None))
BufferedReader = type(getattr(sys.__stdin__, 'buffer', None))
FileIO = type(getattr(getattr(sys.__stdout__, 'buffer', None), 'raw', None))


class UnsupportedOperation(OSError, ValueError):
    """The file cannot do this."""


class IOBase:
    """What all files can do."""

    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    @property
    def closed(self):
        """Whether close() was called."""
        return self._closed

    def close(self):
        self._closed = True

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1):
        self._unsupported('readline')

    def readlines(self, hint=-1):
        """A list of the lines; at least so many characters if hint is positive."""
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        """Write each of the lines."""
        for line in lines:
            self.write(line)

    def flush(self):
        self._check()

    def fileno(self):
        self._unsupported('fileno')

    def isatty(self):
        self._check()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def seek(self, offset, whence=0):
        self._unsupported('seek')

    def tell(self):
        self._unsupported('tell')

    def truncate(self, size=None):
        self._unsupported('truncate')


class RawIOBase(IOBase):
    """Files of bytes without a buffer."""


class BufferedIOBase(IOBase):
    """Files of bytes."""


class TextIOBase(IOBase):
    """Files of text."""

    encoding = None
    errors = None
    newlines = None


class _Memory:
    """What the two files in memory share: content and position; text or bytes decides by the empty value."""

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def _join(self):
        # Writes at the end are only collected; the rest works on one piece.
        if self._parts:
            self._content = self._content + self._empty.join(self._parts)
            self._parts = []
        return self._content

    def getvalue(self):
        """All the content."""
        self._check()
        return self._join()

    def read(self, size=-1):
        """The next characters, or all of the rest."""
        self._check()
        content = self._join()
        if size is None or size < 0:
            result = content[self._place:]
        else:
            result = content[self._place:self._place + size]
        self._place += len(result)
        return result

    def readline(self, size=-1):
        """The rest of the line, with its end."""
        self._check()
        content = self._join()
        end = content.find(self._newline, self._place) + 1
        if end == 0:
            end = len(content)
        if size is not None and size >= 0:
            end = min(end, self._place + size)
        result = content[self._place:end]
        self._place += len(result)
        return result

    def _write(self, data):
        size = len(data)
        if not size:
            return 0
        if self._place == self._size:
            self._parts.append(data)
            self._size += size
        else:
            content = self._join()
            if self._place > self._size:
                content += self._blank * (self._place - self._size)
            self._content = content[:self._place] + data + content[self._place + size:]
            self._size = len(self._content)
        self._place += size
        return size

    def tell(self):
        """The position."""
        self._check()
        return self._place

    def truncate(self, size=None):
        """Cut the content, at the position if no size is given."""
        self._check()
        if size is None:
            size = self._place
        if size < 0:
            raise ValueError('Negative size value %d' % size)
        self._content = self._join()[:size]
        self._size = len(self._content)
        return size


class StringIO(_Memory, TextIOBase):
    """A file of text in memory."""

    _empty = ''
    _blank = '\0'
    _newline = '\n'

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not %s' % type(initial_value).__name__)
        self._translate = newline is None
        text = initial_value or ''
        if self._translate:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        self._content = text
        self._parts = []
        self._size = len(text)
        self._place = 0

    def write(self, s):
        """Write text at the position; return its length."""
        self._check()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '%s'" % type(s).__name__)
        if self._translate:
            self._write(s.replace('\r\n', '\n').replace('\r', '\n'))
        else:
            self._write(s)
        return len(s)

    def seek(self, offset, whence=0):
        """Move the position."""
        self._check()
        if whence == 0:
            if offset < 0:
                raise ValueError('Negative seek position %d' % offset)
            self._place = offset
        elif whence in (1, 2):
            if offset != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            if whence == 2:
                self._place = self._size
        else:
            raise ValueError('Invalid whence (%d, should be 0, 1 or 2)' % whence)
        return self._place


class BytesIO(_Memory, BufferedIOBase):
    """A file of bytes in memory."""

    _empty = b''
    _blank = b'\0'
    _newline = b'\n'

    def __init__(self, initial_bytes=b''):
        content = bytes(initial_bytes or b'')
        self._content = content
        self._parts = []
        self._size = len(content)
        self._place = 0

    def write(self, b):
        """Write bytes at the position; return their number."""
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._write(bytes(b))

    def read1(self, size=-1):
        return self.read(size)

    def getbuffer(self):
        """The content."""
        return self.getvalue()

    def seek(self, offset, whence=0):
        """Move the position."""
        self._check()
        if whence == 1:
            offset += self._place
        elif whence == 2:
            offset += self._size
        elif whence != 0:
            raise ValueError('invalid whence (%d, should be 0, 1 or 2)' % whence)
        elif offset < 0:
            raise ValueError('negative seek value %d' % offset)
        self._place = max(offset, 0)
        return self._place


for _cls in (StringIO, BytesIO):
    _cls.__module__ = '_io'
