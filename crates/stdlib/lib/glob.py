# glob: files that fit a pattern. No native hooks beyond those of `os`.

import os
import fnmatch

__all__ = ['escape', 'glob', 'iglob']


def has_magic(s):
    """Whether a text is a pattern."""
    return '*' in s or '?' in s or '[' in s


def glob(pathname, *, root_dir=None, recursive=False, include_hidden=False, **kwargs):
    """A list of the files that fit."""
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, recursive=False, include_hidden=False, **kwargs):
    """The files that fit, one by one."""
    parts = pathname.split('/')
    start = ''
    if pathname.startswith('/'):
        start = '/'
        parts = parts[1:]
    for path in _find(start, parts, root_dir or '', recursive, include_hidden):
        yield path


def _find(done, parts, root, recursive, hidden):
    if not parts:
        yield done
        return
    part = parts[0]
    rest = parts[1:]
    if not has_magic(part):
        path = os.path.join(done, part) if done else part
        if os.path.lexists(os.path.join(root, path)) if part else os.path.isdir(os.path.join(root, done)):
            for found in _find(path if part else done + '/', rest, root, recursive, hidden):
                yield found
        return
    folder = os.path.join(root, done) or '.'
    if recursive and part == '**':
        for found in _find(done, rest, root, recursive, hidden):
            if found:
                yield found
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        if name.startswith('.') and not part.startswith('.') and not hidden:
            continue
        path = os.path.join(done, name) if done else name
        if recursive and part == '**':
            if os.path.isdir(os.path.join(root, path)):
                for found in _find(path, parts, root, recursive, hidden):
                    yield found
            elif not rest:
                yield path
        elif fnmatch.fnmatchcase(name, part):
            if not rest or os.path.isdir(os.path.join(root, path)):
                for found in _find(path, rest, root, recursive, hidden):
                    yield found


def escape(pathname):
    """A pattern that fits this name alone."""
    return ''.join(['[%s]' % c if c in '*?[' else c for c in pathname])
