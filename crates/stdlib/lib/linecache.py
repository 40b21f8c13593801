# linecache: lines of source files.
# Native hooks: `_traceback.source_line(filename, lineno)`: the line without its end, also of frozen files and of the script
# as it was when it was compiled; None if there is none.

import _traceback


def getline(filename, lineno, module_globals=None):
    """One line of a file, with its end; '' if there is none."""
    line = _traceback.source_line(filename, lineno)
    return '' if line is None else line + '\n'


def getlines(filename, module_globals=None):
    """All the lines of a file."""
    lines = []
    line = getline(filename, 1)
    while line:
        lines.append(line)
        line = getline(filename, len(lines) + 1)
    return lines


def clearcache():
    """Nothing is kept here."""


def checkcache(filename=None):
    """Nothing is kept here."""
