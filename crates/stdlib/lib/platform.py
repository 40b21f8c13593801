# platform: what the program runs on. Native hooks: `sys`.

import sys


def python_version():
    """The version of the language."""
    return '%d.%d.%d' % sys.version_info[:3]


def python_version_tuple():
    """The version of the language in three parts."""
    return tuple([str(part) for part in sys.version_info[:3]])


def python_implementation():
    """Who runs the program."""
    return {'cpython': 'CPython'}.get(sys.implementation.name, sys.implementation.name) \
        if hasattr(sys, 'implementation') else 'CPython'


def _kernel(name):
    try:
        with open('/proc/sys/kernel/' + name) as file:
            return file.read().strip()
    except OSError:
        return ''


def system():
    """The operating system."""
    return 'Linux' if sys.platform == 'linux' else sys.platform


def release():
    """Its release."""
    return _kernel('osrelease')


def version():
    """Its version."""
    return _kernel('version')


def node():
    """The name of the machine."""
    return _kernel('hostname')


def machine():
    """The kind of processor."""
    return 'x86_64'


def processor():
    """Not known."""
    return ''


def architecture(executable=None, bits='', linkage=''):
    """The width of a word."""
    return ('64bit', 'ELF')


def platform(aliased=False, terse=False):
    """All of it in one text."""
    return '%s-%s-%s' % (system(), release(), machine())
