# Twin of `print`, for a script's `file` object or values with a script's `__str__`.
# Native hooks: `sys.stdout`.

import sys


def print(*values, sep=' ', end='\n', file=None, flush=False):
    if file is None:
        file = sys.stdout
        if file is None:
            return
    if sep is None:
        sep = ' '
    elif not isinstance(sep, str):
        raise TypeError('sep must be None or a string, not %s' % type(sep).__name__)
    if end is None:
        end = '\n'
    elif not isinstance(end, str):
        raise TypeError('end must be None or a string, not %s' % type(end).__name__)
    # One write per part, as in CPython: another thread's output may come in between.
    first = True
    for value in values:
        if not first:
            file.write(sep)
        first = False
        file.write(str(value))
    file.write(end)
    if flush:
        file.flush()


_open = open


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    # For path objects; the native one takes text.
    method = getattr(type(file), '__fspath__', None)
    if method is None:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(file).__name__)
    return _open(method(file), mode, buffering, encoding, errors, newline)


def input(prompt=''):
    # When sys.stdin or sys.stdout is not one of the files that the program began with.
    sys.stderr.flush()
    sys.stdout.write(str(prompt))
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not isinstance(line, str):
        raise TypeError('object.readline() returned non-string')
    if not line:
        raise EOFError('EOF when reading a line')
    return line[:-1] if line[-1] == '\n' else line


def writelines(self, lines):
    for line in lines:
        self.write(line)
