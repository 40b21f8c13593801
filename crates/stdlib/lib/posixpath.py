# posixpath: os.path. Native hooks: `posix._stat(path, follow links)`, `posix.getcwd`, `posix.readlink`.

import posix

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False


def _text(path):
    if isinstance(path, str):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is not None:
        return method(path)
    if isinstance(path, bytes):
        raise TypeError('paths of bytes are not supported')
    raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__)


def normcase(s):
    """The path as it is."""
    return _text(s)


def isabs(s):
    """Whether the path begins at the root."""
    return _text(s).startswith('/')


def join(a, *p):
    """The parts as one path; an absolute one drops those before it."""
    path = _text(a)
    for part in p:
        part = _text(part)
        if part.startswith('/'):
            path = part
        elif not path or path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path


def split(p):
    """All but the last part, and the last part."""
    p = _text(p)
    place = p.rfind('/') + 1
    head = p[:place]
    if head and head != '/' * len(head):
        head = head.rstrip('/')
    return head, p[place:]


def splitext(p):
    """The path without its extension, and the extension with its dot."""
    p = _text(p)
    base = p.rfind('/') + 1
    dot = p.rfind('.')
    # Leading dots are part of the name.
    if dot > base and p[base:dot].strip('.'):
        return p[:dot], p[dot:]
    return p, ''


def splitdrive(p):
    """No drives here."""
    return '', _text(p)


def splitroot(p):
    """Drive, root and the rest."""
    p = _text(p)
    if not p.startswith('/'):
        return '', '', p
    if p.startswith('//') and not p.startswith('///'):
        return '', '//', p[2:]
    return '', '/', p[1:]


def basename(p):
    """The last part."""
    p = _text(p)
    return p[p.rfind('/') + 1:]


def dirname(p):
    """All but the last part."""
    return split(p)[0]


def _stat(path):
    try:
        return posix._stat(_text(path), True)
    except (OSError, ValueError):
        return None


def _lstat(path):
    try:
        return posix._stat(_text(path), False)
    except (OSError, ValueError):
        return None


def exists(path):
    """Whether there is such a file or directory."""
    return _stat(path) is not None


def lexists(path):
    """Whether there is such a name, even of a broken link."""
    return _lstat(path) is not None


def isfile(path):
    """Whether it is a file."""
    found = _stat(path)
    return found is not None and found[0] & 0o170000 == 0o100000


def isdir(s):
    """Whether it is a directory."""
    found = _stat(s)
    return found is not None and found[0] & 0o170000 == 0o040000


def islink(path):
    """Whether it is a symbolic link."""
    found = _lstat(path)
    return found is not None and found[0] & 0o170000 == 0o120000


def ismount(path):
    """Whether something is mounted there."""
    here = _stat(path)
    above = _stat(join(path, '..'))
    return here is not None and above is not None and (here[2] != above[2] or here[1] == above[1])


def getsize(filename):
    """The size of a file."""
    return posix._stat(_text(filename), True)[6]


def getmtime(filename):
    """When a file was changed."""
    return posix._stat(_text(filename), True)[8] / 1e9


def getatime(filename):
    """When a file was read."""
    return posix._stat(_text(filename), True)[7] / 1e9


def getctime(filename):
    """When a file's facts were changed."""
    return posix._stat(_text(filename), True)[9] / 1e9


def samefile(f1, f2):
    """Whether both are the same file."""
    return posix._stat(_text(f1), True)[1:3] == posix._stat(_text(f2), True)[1:3]


def samestat(s1, s2):
    """Whether both describe the same file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def expanduser(path):
    """The path with ~ replaced by the home directory."""
    path = _text(path)
    if path != '~' and not path.startswith('~/'):
        return path
    import os
    home = os.environ.get('HOME')
    if home is None:
        return path
    return (home.rstrip('/') + path[1:]) or '/'


def expandvars(path):
    """The path with $name and ${name} replaced by environment variables."""
    path = _text(path)
    if '$' not in path:
        return path
    import os
    result = ''
    place = 0
    while place < len(path):
        if path[place] != '$':
            result += path[place]
            place += 1
            continue
        braced = path.startswith('{', place + 1)
        begin = place + 2 if braced else place + 1
        end = path.find('}', begin) if braced else begin
        if not braced:
            while end < len(path) and (path[end].isalnum() or path[end] == '_'):
                end += 1
        name = path[begin:end] if end >= 0 else ''
        if end < 0 or not name or name not in os.environ:
            result += '$'
            place += 1
            continue
        result += os.environ[name]
        place = end + 1 if braced else end
    return result


def normpath(path):
    """The path without . and .. and doubled slashes."""
    path = _text(path)
    if not path:
        return '.'
    root = splitroot(path)[1]
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not root and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return (root + '/'.join(parts)) or '.'


def abspath(path):
    """The path from the root."""
    path = _text(path)
    if not isabs(path):
        path = join(posix.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """The path from the root without symbolic links."""
    path = abspath(filename)
    if not hasattr(posix, 'readlink'):
        return path
    seen = 0
    done = '/'
    rest = path.split('/')[1:]
    while rest:
        part = rest.pop(0)
        if part in ('', '.'):
            continue
        if part == '..':
            done = dirname(done)
            continue
        here = join(done, part)
        if islink(here) and seen < 40:
            seen += 1
            target = posix.readlink(here)
            if target.startswith('/'):
                done = '/'
            rest = target.split('/') + rest
        else:
            if strict:
                posix._stat(here, False)
            done = here
    return done


def relpath(path, start=None):
    """The path as seen from start."""
    if not path:
        raise ValueError('no path specified')
    there = [part for part in abspath(path).split('/') if part]
    here = [part for part in abspath('.' if start is None else start).split('/') if part]
    common = 0
    while common < len(there) and common < len(here) and there[common] == here[common]:
        common += 1
    parts = ['..'] * (len(here) - common) + there[common:]
    return '/'.join(parts) or '.'


def commonprefix(m):
    """The longest text that all begin with."""
    if not m:
        return ''
    low = min(m)
    high = max(m)
    for place, character in enumerate(low):
        if character != high[place]:
            return low[:place]
    return low


def commonpath(paths):
    """The longest path that all are in."""
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    if len({isabs(path) for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split('/') if part and part != '.'] for path in paths]
    low = min(split_paths)
    high = max(split_paths)
    common = low
    for place, part in enumerate(low):
        if part != high[place]:
            common = low[:place]
            break
    return ('/' if isabs(paths[0]) else '') + '/'.join(common)
