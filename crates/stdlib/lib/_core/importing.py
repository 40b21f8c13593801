# The import statement: dotted names, packages, relative imports, one importer at a time per module.
# Native hooks: `sys.modules`; `_vm.find_module(fullname, path)`: path is None for a top-level name, else the package's `__path__`;
# returns None, a finished module (built in), or (code, filename, package directory or None), raising SyntaxError for bad
# source; `_vm.new_module(name, filename, package, path)`: a module with `__name__ __file__ __package__ __path__ __spec__` set;
# `_vm.run_module(module, code)`: execute the code in it. `_thread.RLock`, `_thread.get_ident`.

import sys
import _thread
from _vm import find_module, new_module, run_module

_loading = {}  # name -> (owner's ident, lock held while the module runs)


def import_(name, globals=None, locals=None, fromlist=(), level=0):
    if not isinstance(name, str):
        raise TypeError('__import__() argument 1 must be str, not %s' % type(name).__name__)
    if level < 0:
        raise ValueError('level must be >= 0')
    if level > 0:
        name = _absolute(name, globals, level)
    elif not name:
        raise ValueError('Empty module name')
    module = load(name)
    if not fromlist:
        if level > 0:
            return module
        return sys.modules[name.partition('.')[0]]
    if getattr(module, '__path__', None) is not None:
        _import_submodules(module, name, fromlist)
    return module


def _absolute(name, globals, level):
    package = None
    if globals is not None:
        package = globals.get('__package__')
        if package is None:
            package = globals.get('__name__', '')
            if '__path__' not in globals:
                package = package.rpartition('.')[0]
    if not package:
        raise ImportError('attempted relative import with no known parent package')
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return parts[0] + '.' + name if name else parts[0]


def _import_submodules(module, name, fromlist):
    for item in fromlist:
        if item == '*':
            names = getattr(module, '__all__', None)
            if names is not None:
                _import_submodules(module, name, [n for n in names if n != '*'])
        elif not hasattr(module, item):
            full = name + '.' + item
            try:
                load(full)
            except ModuleNotFoundError as error:
                if error.name != full:
                    raise


def load(name):
    # The module of this full name, its parents first.
    module = sys.modules.get(name)
    if module is not None:
        if name in _loading:
            _wait(name)
            module = sys.modules.get(name, module)
        return module
    if name in sys.modules:
        raise ModuleNotFoundError('import of %s halted; None in sys.modules' % name, name=name)
    parent, _, child = name.rpartition('.')
    path = None
    if parent:
        package = load(parent)
        if name in sys.modules:
            return sys.modules[name]
        path = getattr(package, '__path__', None)
        if path is None:
            raise ModuleNotFoundError("No module named %r; %r is not a package" % (name, parent), name=name)
    if name in _loading and _wait(name):
        return load(name)
    module = _load_new(name, path)
    if parent:
        setattr(sys.modules[parent], child, module)
    return module


def _wait(name):
    # Another thread runs this module now; the thread itself gets what there is of it.
    owner, lock = _loading[name]
    if owner == _thread.get_ident():
        return False
    lock.acquire()
    lock.release()
    return True


def _load_new(name, path):
    lock = _thread.allocate_lock()
    lock.acquire()
    _loading[name] = (_thread.get_ident(), lock)
    try:
        found = find_module(name, path)
        if found is None:
            raise ModuleNotFoundError('No module named %r' % name, name=name)
        if not isinstance(found, tuple):
            sys.modules[name] = found
            return found
        code, filename, directory = found
        is_package = directory is not None
        # A package of the library has no folder: a file of that name beside the script is no part of it.
        path = None if not is_package else [directory] if directory else []
        module = new_module(name, filename, name if is_package else name.rpartition('.')[0], path)
        sys.modules[name] = module
        try:
            run_module(module, code)
        except:
            sys.modules.pop(name, None)
            raise
        return sys.modules.get(name, module)
    finally:
        del _loading[name]
        lock.release()


def import_from(module, name):
    # `from module import name`, where the module is an object of another kind or has a `__getattr__` of its own.
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    title = getattr(module, '__name__', '<unknown module name>')
    found = sys.modules.get('%s.%s' % (title, name))
    if found is not None:
        return found
    file = getattr(module, '__file__', None)
    raise ImportError('cannot import name %r from %r (%s)' % (name, title, file or 'unknown location'),
                      name=title, path=file)
