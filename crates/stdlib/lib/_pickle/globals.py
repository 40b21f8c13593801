# _pickle.globals: functions and classes are pickled by where they are found. [hidden: native code in CPython]
# No native hooks but `sys.modules`.

import sys
from _pickle.errors import PicklingError

# Names of Python 2, which protocols 0 to 2 use.
OLD_MODULES = {'builtins': '__builtin__', 'copyreg': 'copy_reg', 'queue': 'Queue', '_thread': 'thread',
               'collections.abc': 'collections'}
OLD_NAMES = {('builtins', 'range'): ('__builtin__', 'xrange'), ('functools', 'reduce'): ('__builtin__', 'reduce'),
             ('sys', 'intern'): ('__builtin__', 'intern'), ('builtins', 'chr'): ('__builtin__', 'unichr'),
             ('builtins', 'str'): ('__builtin__', 'unicode'), ('builtins', 'int'): ('__builtin__', 'long'),
             ('itertools', 'zip_longest'): ('itertools', 'izip_longest'),
             ('itertools', 'filterfalse'): ('itertools', 'ifilterfalse'),
             ('builtins', 'map'): ('itertools', 'imap'), ('builtins', 'zip'): ('itertools', 'izip'),
             ('builtins', 'filter'): ('itertools', 'ifilter'),
             ('collections', 'UserDict'): ('UserDict', 'IterableUserDict'),
             ('collections', 'UserList'): ('UserList', 'UserList'),
             ('collections', 'UserString'): ('UserString', 'UserString')}


def _add_exceptions():
    # Python 2 had a module of them, and fewer.
    import builtins
    for name in dir(builtins):
        kind = getattr(builtins, name)
        if isinstance(kind, type) and issubclass(kind, BaseException):
            old = 'OSError' if issubclass(kind, OSError) else 'ImportError' if issubclass(kind, ImportError) else name
            OLD_NAMES['builtins', name] = 'exceptions', old


_add_exceptions()
NEW_MODULES = {old: new for new, old in OLD_MODULES.items() if new != 'collections.abc'}
NEW_NAMES = {old: new for new, old in OLD_NAMES.items()}
NEW_NAMES['exceptions', 'OSError'] = 'builtins', 'OSError'
NEW_NAMES['exceptions', 'ImportError'] = 'builtins', 'ImportError'

# Where CPython says that library classes and functions are, if that is another place than here.
_PLACES = {'_collections': 'collections', '_random': 'random'}


def _follow(obj, path, name):
    # obj.a.b.c
    for part in path:
        if part == '<locals>':
            raise AttributeError("Can't get local object %r" % name)
        obj = getattr(obj, part)
    return obj


def which_module(obj, name):
    """The module in which an object is found under a name."""
    module = getattr(obj, '__module__', None)
    if module is not None:
        return _PLACES.get(module, module)
    path = name.split('.')
    for module_name, module in list(sys.modules.items()):
        if module_name == '__main__' or module is None:
            continue
        try:
            if _follow(module, path, name) is obj:
                return module_name
        except AttributeError:
            pass
    return '__main__'


def place_of(obj, name=None):
    """The module and the name in it under which an object is found again."""
    if name is None:
        name = getattr(obj, '__qualname__', None)
        if name is None:
            name = obj.__name__
    if '<locals>' in name and name.split('.')[-1] != '<locals>':
        raise AttributeError("Can't get local object %r" % name)
    module_name = which_module(obj, name)
    try:
        __import__(module_name)
        module = sys.modules[module_name]
    except (ImportError, ValueError, KeyError):
        raise PicklingError("Can't pickle %r: import of module %r failed" % (obj, module_name)) from None
    try:
        found = _follow(module, name.split('.'), name)
    except AttributeError:
        raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" % (obj, name, module_name)) from None
    if found is not obj:
        raise PicklingError("Can't pickle %r: it's not the same object as %s.%s" % (obj, module_name, name))
    return _shared_name(module_name, obj), name


# The names of modules are objects that come again, which pickles tell: one for classes and functions of scripts, in CPython
# an interned string, another for native functions.
_names, _native_names = {}, {}
_Native = type(len)


def _shared_name(module_name, obj):
    names = _native_names if type(obj) is _Native else _names
    return names.setdefault(module_name, module_name)


def find_class(module_name, name, protocol, fix_imports):
    """The object that is found under a name in a module."""
    if fix_imports and protocol < 3:
        if (module_name, name) in NEW_NAMES:
            module_name, name = NEW_NAMES[module_name, name]
        else:
            module_name = NEW_MODULES.get(module_name, module_name)
    if module_name == 'pathlib._local':
        module_name = 'pathlib'
    __import__(module_name)
    found = module = sys.modules[module_name]
    for part in name.split('.') if protocol >= 4 else (name,):
        if part == '<locals>':
            raise AttributeError("Can't get local attribute %r on %r" % (name, module))
        try:
            found = getattr(found, part)
        except AttributeError:
            raise AttributeError("Can't get attribute %r on %r" % (name, module)) from None
    return found
