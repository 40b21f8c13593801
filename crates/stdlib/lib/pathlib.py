# pathlib: paths as objects. No native hooks beyond those of `os`.

import os
import posixpath

__all__ = ['PurePath', 'PurePosixPath', 'Path', 'PosixPath']


class PurePath:
    """A path, without looking at the disk."""

    def __reduce__(self):
        return type(self), (str(self),)

    def __init__(self, *args):
        parts = []
        for arg in args:
            if isinstance(arg, PurePath):
                arg = str(arg)
            elif not isinstance(arg, str):
                arg = os.fspath(arg)
            parts.append(arg)
        text = posixpath.join(*parts) if parts else ''
        root = posixpath.splitroot(text)[1]
        names = [part for part in text[len(root):].split('/') if part and part != '.']
        self._root = root
        self._names = names
        self._str = (root + '/'.join(names)) or '.'

    def __str__(self):
        return self._str

    def __fspath__(self):
        return self._str

    def as_posix(self):
        return self._str

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, self._str)

    def __hash__(self):
        return hash(self._str)

    def __eq__(self, other):
        return self._str == other._str if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self.parts <= other.parts if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self.parts > other.parts if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self.parts >= other.parts if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def with_segments(self, *segments):
        return type(self)(*segments)

    def joinpath(self, *segments):
        return self.with_segments(self, *segments)

    @property
    def parts(self):
        return ((self._root,) if self._root else ()) + tuple(self._names)

    drive = ''

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def name(self):
        return self._names[-1] if self._names else ''

    @property
    def suffix(self):
        return posixpath.splitext(self.name)[1]

    @property
    def suffixes(self):
        name = self.name.lstrip('.')
        return ['.' + part for part in name.split('.')[1:]] if not name.endswith('.') else []

    @property
    def stem(self):
        return posixpath.splitext(self.name)[0]

    @property
    def parent(self):
        if not self._names:
            return self
        return self.with_segments(self._root + '/'.join(self._names[:-1]))

    @property
    def parents(self):
        found = []
        path = self
        while path._names:
            path = path.parent
            found.append(path)
        return tuple(found)

    def is_absolute(self):
        return bool(self._root)

    def with_name(self, name):
        if not self.name:
            raise ValueError('%r has an empty name' % (self,))
        if not name or '/' in name or name == '.':
            raise ValueError('Invalid name %r' % name)
        return self.parent / name

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith('.') or suffix == '.' or '/' in suffix):
            raise ValueError('Invalid suffix %r' % suffix)
        if not self.stem:
            raise ValueError('%r has an empty name' % (self,))
        return self.with_name(self.stem + suffix)

    def relative_to(self, other, *, walk_up=False):
        other = self.with_segments(other)
        size = len(other.parts)
        if self.parts[:size] != other.parts:
            raise ValueError('%r is not in the subpath of %r' % (str(self), str(other)))
        return self.with_segments(*self.parts[size:])

    def is_relative_to(self, other):
        other = self.with_segments(other)
        return self.parts[:len(other.parts)] == other.parts

    def match(self, pattern):
        import fnmatch
        wanted = PurePath(pattern).parts
        return len(wanted) <= len(self.parts) and all(
            [fnmatch.fnmatchcase(part, want) for part, want in zip(self.parts[-len(wanted):], wanted)])


class PurePosixPath(PurePath):
    """A path with slashes."""


class Path(PurePath):
    """A path of this system."""

    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls(posixpath.expanduser('~'))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self._str, follow_symlinks=follow_symlinks)

    def exists(self, *, follow_symlinks=True):
        return posixpath.exists(self._str)

    def is_file(self, *, follow_symlinks=True):
        return posixpath.isfile(self._str)

    def is_dir(self, *, follow_symlinks=True):
        return posixpath.isdir(self._str)

    def is_symlink(self):
        return posixpath.islink(self._str)

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        return open(self._str, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open('r', -1, encoding, errors, newline) as f:
            return f.read()

    def read_bytes(self):
        with self.open('rb') as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % data.__class__.__name__)
        with self.open('w', -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        with self.open('wb') as f:
            return f.write(data)

    def iterdir(self):
        for name in os.listdir(self._str):
            yield self / name

    def glob(self, pattern):
        for path in self._matches(PurePath(pattern).parts):
            yield path

    def rglob(self, pattern):
        for path in self._matches(('**',) + PurePath(pattern).parts):
            yield path

    def _matches(self, wanted):
        if not wanted:
            yield self
            return
        import fnmatch
        if wanted[0] == '**':
            for path in self._matches(wanted[1:]):
                yield path
            for name in os.listdir(self._str):
                below = self / name
                if below.is_dir() and not below.is_symlink():
                    for path in below._matches(wanted):
                        yield path
        elif self.is_dir():
            for name in os.listdir(self._str):
                if fnmatch.fnmatchcase(name, wanted[0]):
                    for path in (self / name)._matches(wanted[1:]):
                        yield path

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self._str, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self._str)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self._str)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self._str, target)
        return self.with_segments(target)

    replace = rename

    def touch(self, mode=0o666, exist_ok=True):
        if not exist_ok and self.exists():
            raise FileExistsError(17, 'File exists', self._str)
        with self.open('a'):
            pass

    def absolute(self):
        return self if self._root else self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        return self.with_segments(posixpath.realpath(self._str, strict=strict))

    def expanduser(self):
        return self.with_segments(posixpath.expanduser(self._str))

    def samefile(self, other_path):
        return posixpath.samefile(self._str, other_path)


class PosixPath(Path, PurePosixPath):
    """A path of this system."""
