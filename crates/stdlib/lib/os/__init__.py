# os: environment, files and the process. [hidden: native code in CPython, for the most part]
# Native hooks: `posix`: getcwd chdir listdir mkdir rmdir unlink rename symlink readlink getpid getppid getuid getgid cpu_count urandom isatty strerror
# _exit environ (a dict); `_stat(path, follow links)` -> (mode, inode, device, links, user, group, size, and three times in nanoseconds).

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

getcwd = posix.getcwd
getpid = posix.getpid
getppid = posix.getppid
getuid = geteuid = posix.getuid
getgid = getegid = posix.getgid
cpu_count = posix.cpu_count
urandom = posix.urandom
isatty = posix.isatty
strerror = posix.strerror
_exit = posix._exit
sched_yield = posix.sched_yield


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
    return posix.cpu_count()


# ---- environment ----

class _Environ:
    """The environment variables."""

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
        self._data[key] = value

    def __delitem__(self, key):
        if key not in self._data:
            raise KeyError(key)
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


environ = _Environ(posix.environ)


def getenv(key, default=None):
    """An environment variable."""
    return environ.get(key, default)


def putenv(key, value):
    """Set an environment variable."""
    environ[key] = value


def unsetenv(key):
    """Remove an environment variable."""
    environ.pop(key, None)


# ---- files ----

class stat_result(tuple):
    """What is known about a file."""

    def __new__(cls, numbers, nanoseconds=None):
        self = tuple.__new__(cls, numbers)
        self._nanoseconds = nanoseconds
        return self

    def __repr__(self):
        names = ('mode', 'ino', 'dev', 'nlink', 'uid', 'gid', 'size', 'atime', 'mtime', 'ctime')
        return 'os.stat_result(%s)' % ', '.join(['st_%s=%d' % pair for pair in zip(names, self)])

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self._nanoseconds[0] / 1e9)
    st_mtime = property(lambda self: self._nanoseconds[1] / 1e9)
    st_ctime = property(lambda self: self._nanoseconds[2] / 1e9)
    st_atime_ns = property(lambda self: self._nanoseconds[0])
    st_mtime_ns = property(lambda self: self._nanoseconds[1])
    st_ctime_ns = property(lambda self: self._nanoseconds[2])


def _facts(path, follow):
    numbers = posix._stat(fsdecode(path), follow)
    times = numbers[7:]
    return stat_result(numbers[:7] + tuple([time // 1000000000 for time in times]), times)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What is known about a file."""
    return _facts(path, follow_symlinks)


def lstat(path, *, dir_fd=None):
    """What is known about a file or link."""
    return _facts(path, False)


def access(path, mode, **kwargs):
    """Whether the file may be used in this way."""
    try:
        facts = _facts(path, True)
    except OSError:
        return False
    if getuid() == 0:
        return not mode & X_OK or bool(facts.st_mode & 0o111)
    bits = facts.st_mode
    if facts.st_uid == getuid():
        bits >>= 6
    elif facts.st_gid == getgid():
        bits >>= 3
    return bits & mode == mode


def chdir(path):
    """Change the working directory."""
    posix.chdir(fsdecode(path))


def listdir(path='.'):
    """The names in a directory."""
    return posix.listdir(fsdecode(path))


def mkdir(path, mode=0o777, *, dir_fd=None):
    """Make a directory."""
    posix.mkdir(fsdecode(path), mode)


def rmdir(path, *, dir_fd=None):
    """Remove an empty directory."""
    posix.rmdir(fsdecode(path))


def unlink(path, *, dir_fd=None):
    """Remove a file."""
    posix.unlink(fsdecode(path))


def rename(src, dst, **kwargs):
    """Give a file another name."""
    posix.rename(fsdecode(src), fsdecode(dst))


def symlink(src, dst, target_is_directory=False, **kwargs):
    """Make a symbolic link."""
    posix.symlink(fsdecode(src), fsdecode(dst))


def readlink(path, **kwargs):
    """Where a symbolic link leads."""
    return posix.readlink(fsdecode(path))


remove = unlink
replace = rename


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
        raise NotImplementedError('os.%s is not supported by gilscope' % name)
    function.__name__ = name
    return function


for _name in ('execv', 'execvp', 'execve', 'execl', 'spawnv', 'spawnl', 'popen', 'forkpty', 'system'):
    setattr(sys.modules[__name__], _name, _refuse(_name))
del _name


# ---- processes: a fork is a copy of the interpreter, with a GIL of its own ----

WNOHANG = posix.WNOHANG
waitpid = posix.waitpid
_before_fork, _after_in_parent, _after_in_child = [], [], []


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Call functions before and after each fork."""
    if before is None and after_in_child is None and after_in_parent is None:
        raise TypeError('At least one argument is required.')
    for function, functions in ((before, _before_fork), (after_in_child, _after_in_child), (after_in_parent, _after_in_parent)):
        if function is not None:
            if not callable(function):
                raise TypeError("'%s' must be callable, not %s" % (
                    'before' if functions is _before_fork else
                    'after_in_child' if functions is _after_in_child else 'after_in_parent', type(function).__name__))
            functions.append(function)


def fork():
    """Make a copy of this process: 0 in the copy, its number here."""
    for function in reversed(_before_fork):
        function()
    pid = posix.fork()
    if pid == 0:
        if 'threading' in sys.modules:
            sys.modules['threading']._after_fork()
        for function in _after_in_child:
            function()
        return 0
    _warn_of_threads()
    for function in _after_in_parent:
        function()
    return pid


def _warn_of_threads():
    if 'threading' in sys.modules and sys.modules['threading'].active_count() > 1:
        import warnings
        warnings.warn('This process (pid=%d) is multi-threaded, use of fork() may lead to deadlocks in the child.' % getpid(),
                      DeprecationWarning, stacklevel=3)


def wait():
    """Wait for any child."""
    return waitpid(-1, 0)


def WIFEXITED(status):
    """Whether the process ended by itself."""
    return status & 0x7f == 0


def WEXITSTATUS(status):
    """What it exited with."""
    return status >> 8 & 0xff


def WIFSIGNALED(status):
    """Whether a signal ended it."""
    return status & 0x7f != 0


def WTERMSIG(status):
    """Which signal ended it."""
    return status & 0x7f


def waitstatus_to_exitcode(status):
    """The exit status, or the number of the signal with a minus before it."""
    return -WTERMSIG(status) if WIFSIGNALED(status) else WEXITSTATUS(status)


def kill(pid, sig):
    """Send a signal to this process, or to one that it has forked."""
    if pid != getpid():
        posix._kill(pid, sig)
    elif sig:
        import signal
        signal.raise_signal(sig)
