# os: environment, files and the process.
# Native hooks: `posix`: getcwd chdir listdir mkdir rmdir unlink rename stat lstat access chmod getpid getppid getuid cpu_count urandom
# environ (dict of str, read once) putenv unsetenv _exit kill isatty get_terminal_size system strerror uname sched_yield
# (those that are missing are missing here too); stat results have st_mode st_size st_mtime st_atime st_ctime st_ino st_dev st_nlink st_uid st_gid.

import sys
import posix
import posixpath as path

name = 'posix'
linesep = '\n'
curdir = '.'
pardir = '..'
sep = '/'
extsep = '.'
altsep = None
pathsep = ':'
defpath = '/bin:/usr/bin'
devnull = '/dev/null'
F_OK = 0
R_OK = 4
W_OK = 2
X_OK = 1
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
error = OSError

sys.modules['os.path'] = path


def _native(*names):
    # What the host offers under these names.
    module = globals()
    for one in names:
        found = getattr(posix, one, None)
        if found is not None:
            module[one] = found


_native('getcwd', 'chdir', 'listdir', 'mkdir', 'rmdir', 'unlink', 'rename', 'stat', 'lstat', 'access', 'chmod', 'getpid',
        'getppid', 'getuid', 'getgid', 'cpu_count', 'urandom', 'putenv', 'unsetenv', '_exit', 'kill', 'isatty',
        'get_terminal_size', 'system', 'strerror', 'uname', 'sched_yield', 'getloadavg', 'utime', 'symlink', 'readlink',
        'sched_getaffinity', 'times', 'write', 'read', 'close', 'pipe', 'umask', 'stat_result', 'terminal_size')
remove = unlink
replace = rename


def fspath(path):
    """The text of a path object."""
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__)
    return method(path)


class PathLike:
    """Something with a __fspath__ method."""

    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__')


def process_cpu_count():
    """How many processors this process may use."""
    if hasattr(posix, 'sched_getaffinity'):
        return len(posix.sched_getaffinity(0))
    return posix.cpu_count()


# ---- environment ----

class _Environ:
    """The environment variables; changes reach the process."""

    def __init__(self, data):
        self._data = data

    def _check(self, value):
        if not isinstance(value, str):
            raise TypeError('str expected, not %s' % type(value).__name__)
        return value

    def __getitem__(self, key):
        try:
            return self._data[self._check(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key = self._check(key)
        value = self._check(value)
        if hasattr(posix, 'putenv'):
            posix.putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        if key not in self._data:
            raise KeyError(key)
        if hasattr(posix, 'unsetenv'):
            posix.unsetenv(key)
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return key in self._data

    def __eq__(self, other):
        return self._data == (other._data if isinstance(other, _Environ) else other)

    def __repr__(self):
        return 'environ({%s})' % ', '.join(['%r: %r' % item for item in self._data.items()])

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def get(self, key, default=None):
        return self._data.get(key, default)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def copy(self):
        return dict(self._data)

    def __or__(self, other):
        return {**self._data, **other}


def _text(value):
    return value.decode('utf-8', 'surrogateescape') if isinstance(value, bytes) else value


environ = _Environ({_text(key): _text(value) for key, value in posix.environ.items()})


def getenv(key, default=None):
    """An environment variable."""
    return environ.get(key, default)


# ---- files ----

def makedirs(name, mode=0o777, exist_ok=False):
    """Make a directory and those above it."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Remove a directory and those above it that are empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


class DirEntry:
    """One entry that scandir() gives."""

    def __init__(self, directory, name):
        self.name = name
        self.path = path.join(directory, name)

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __repr__(self):
        return '<DirEntry %r>' % self.name


class _Entries:
    def __init__(self, directory):
        self._entries = iter([DirEntry(directory, name) for name in listdir(directory)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path='.'):
    """The entries of a directory."""
    return _Entries(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(directory, names of directories, names of files) for each directory below top."""
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    dirs = []
    files = []
    for one in names:
        if path.isdir(path.join(top, one)):
            dirs.append(one)
        else:
            files.append(one)
    if topdown:
        yield top, dirs, files
    for one in dirs:
        below = path.join(top, one)
        if followlinks or not path.islink(below):
            for item in walk(below, topdown, onerror, followlinks):
                yield item
    if not topdown:
        yield top, dirs, files


def fsencode(filename):
    """The bytes of a file name."""
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """The text of a file name."""
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


def _refuse(name):
    def function(*args, **kwargs):
        raise NotImplementedError('os.%s is not supported: there is one process here' % name)
    function.__name__ = name
    return function


for _name in ('fork', 'execv', 'execvp', 'execve', 'execl', 'spawnv', 'spawnl', 'popen', 'wait', 'waitpid', 'forkpty'):
    globals()[_name] = _refuse(_name)
if 'system' not in globals():
    system = _refuse('system')
del _name
