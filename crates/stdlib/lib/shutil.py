# shutil: copy, move and remove files and trees. No native hooks beyond those of `os`.

import os

__all__ = ['copyfileobj', 'copyfile', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error', 'SameFileError',
           'get_terminal_size', 'which', 'disk_usage']


class Error(OSError):
    """Something went wrong with a file."""


class SameFileError(Error):
    """Source and destination are the same file."""


def copyfileobj(fsrc, fdst, length=65536):
    """Copy from one open file to another."""
    while True:
        data = fsrc.read(length)
        if not data:
            break
        fdst.write(data)


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy the content of a file."""
    if os.path.exists(dst) and os.path.samefile(src, dst):
        raise SameFileError('%r and %r are the same file' % (src, dst))
    with open(src, 'rb') as fsrc, open(dst, 'wb') as fdst:
        copyfileobj(fsrc, fdst)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    """Copy a file to a file or into a directory."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, dirs_exist_ok=False, **kwargs):
    """Copy a directory with all that is in it."""
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    names = os.listdir(src)
    ignored = ignore(src, names) if ignore is not None else ()
    for name in names:
        if name in ignored:
            continue
        source = os.path.join(src, name)
        target = os.path.join(dst, name)
        if os.path.isdir(source):
            copytree(source, target, symlinks, ignore, copy_function, dirs_exist_ok)
        else:
            copy_function(source, target)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, **kwargs):
    """Remove a directory with all that is in it."""
    try:
        for name in os.listdir(path):
            below = os.path.join(path, name)
            if os.path.isdir(below) and not os.path.islink(below):
                rmtree(below, ignore_errors, onerror)
            else:
                os.unlink(below)
        os.rmdir(path)
    except OSError:
        if not ignore_errors:
            raise


def move(src, dst, copy_function=copy2):
    """Give a file or directory another place."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(os.path.normpath(src)))
        if os.path.exists(dst):
            raise Error("Destination path '%s' already exists" % dst)
    try:
        os.rename(src, dst)
    except OSError:
        if os.path.isdir(src):
            copytree(src, dst, copy_function=copy_function)
            rmtree(src)
        else:
            copy_function(src, dst)
            os.unlink(src)
    return dst


class _Size(tuple):
    """Columns and lines of a terminal."""

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return 'os.terminal_size(columns=%d, lines=%d)' % self


def get_terminal_size(fallback=(80, 24)):
    """Columns and lines, as the environment says."""
    sizes = []
    for name, default in zip(('COLUMNS', 'LINES'), fallback):
        try:
            size = int(os.environ[name])
        except (KeyError, ValueError):
            size = 0
        sizes.append(size or default)
    return _Size(sizes)


def which(cmd, mode=1, path=None):
    """Where a command is found."""
    if '/' in cmd:
        return cmd if os.access(cmd, mode) else None
    for folder in (path or os.environ.get('PATH', os.defpath)).split(':'):
        file = os.path.join(folder, cmd)
        if os.path.isfile(file) and os.access(file, mode):
            return file
    return None


def disk_usage(path):
    """Not known here."""
    raise NotImplementedError('shutil.disk_usage is not supported by gilscope')
