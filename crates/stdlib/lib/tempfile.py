# tempfile: files and directories that nobody else uses. No native hooks beyond those of `os`.

import os

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'TemporaryDirectory', 'mkdtemp', 'mkstemp', 'gettempdir',
           'gettempprefix', 'tempdir']

tempdir = None
template = 'tmp'
_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'


def gettempdir():
    """The directory for such files."""
    global tempdir
    if tempdir is None:
        for folder in (os.environ.get('TMPDIR'), '/tmp', '/var/tmp', os.getcwd()):
            if folder and os.path.isdir(folder):
                tempdir = folder
                break
    return tempdir


def gettempprefix():
    """What their names begin with."""
    return template


def _new_name(suffix, prefix, dir):
    name = ''.join([_LETTERS[byte % len(_LETTERS)] for byte in os.urandom(8)])
    return os.path.join(dir or gettempdir(), (template if prefix is None else prefix) + name + (suffix or ''))


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Make a directory."""
    while True:
        name = _new_name(suffix, prefix, dir)
        try:
            os.mkdir(name, 0o700)
        except FileExistsError:
            continue
        return os.path.abspath(name)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Not supported: there are no file descriptors to hand out."""
    raise NotImplementedError('tempfile.mkstemp is not supported by gilscope; use NamedTemporaryFile')


class _TemporaryFile:
    """An open file that is removed when it is closed."""

    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete:
                os.unlink(self.name)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """Open a new file."""
    while True:
        name = os.path.abspath(_new_name(suffix, prefix, dir))
        if not os.path.exists(name):
            return _TemporaryFile(open(name, mode, buffering, encoding, errors, newline), name, delete)


TemporaryFile = NamedTemporaryFile


class TemporaryDirectory:
    """A directory that is removed at the end of the block."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        self._delete = delete

    def __repr__(self):
        return '<%s %r>' % (self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Remove the directory now."""
        if os.path.exists(self.name):
            import shutil
            shutil.rmtree(self.name, self._ignore)
