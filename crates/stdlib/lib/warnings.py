# warnings: what DeprecationWarning and its like do when raised.
# Native hooks: `sys._getframe` (f_code.co_filename, f_lineno, f_globals, f_back); `linecache` for the source line.

import sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings', 'deprecated']

# (action, message pattern, category, module pattern, line): the first that fits decides.
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
_defaultaction = 'default'
defaultaction = _defaultaction
onceregistry = {}
_onceregistry = onceregistry
# Grows when the filters change: what was shown may be shown again.
_filters_version = 1

_ACTIONS = ('default', 'error', 'ignore', 'always', 'all', 'module', 'once')


class WarningMessage:
    """One warning, with where it came from."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning: its place, its class and message, and the source line."""
    text = '%s:%s: %s: %s\n' % (filename, lineno, category.__name__, message)
    if line is None:
        try:
            import linecache
            line = linecache.getline(filename, lineno)
        except Exception:
            line = None
    if line:
        line = line.strip()
        if line:
            text += '  %s\n' % line
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, sys.stderr by default."""
    if file is None:
        file = sys.stderr
        if file is None:
            return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_showwarning_orig = showwarning


def _showwarnmsg(msg):
    # A script may have put a function of its own in place of showwarning.
    showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


# ---- filters ----

def _filters_mutated():
    global _filters_version
    _filters_version += 1


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def _check_filter(action, category, lineno):
    if action not in _ACTIONS:
        raise ValueError('invalid action: %r' % (action,))
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Put a filter in front of the others; message and module are regular expressions."""
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    if not isinstance(module, str):
        raise TypeError('module must be a string')
    _check_filter(action, category, lineno)
    _add_filter((action, _pattern(message, True), category, _pattern(module, False), lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Put a filter in front that fits every message and module."""
    _check_filter(action, category, lineno)
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    """Forget all filters."""
    filters[:] = []
    _filters_mutated()


def _pattern(text, ignore_case):
    if not text:
        return None
    if not any(c in text for c in '\\.*+?[](){}|^$'):
        return _Prefix(text, ignore_case)
    return _Pattern(text, ignore_case)


class _Prefix:
    """A pattern without special characters."""

    def __init__(self, text, ignore_case):
        self.pattern = text
        self._ignore_case = ignore_case

    def __eq__(self, other):
        return (type(other) is _Prefix and self.pattern == other.pattern
                and self._ignore_case == other._ignore_case)

    def match(self, text):
        if self._ignore_case:
            return text.lower().startswith(self.pattern.lower())
        return text.startswith(self.pattern)


class _Pattern(_Prefix):
    """A regular expression of plain characters, `.` and `\\x`, each perhaps with `*`, `+` or `?`."""

    def __init__(self, text, ignore_case):
        super().__init__(text, ignore_case)
        self._items = []
        place = 0
        while place < len(text):
            character = text[place]
            place += 1
            if character == '\\' and place < len(text):
                character = text[place]
                place += 1
                if character.isalnum():
                    raise NotImplementedError('the pattern %r is not supported by gilscope' % text)
            elif character == '.':
                character = None
            elif character in '[]()|{}^':
                raise NotImplementedError('the pattern %r is not supported by gilscope' % text)
            elif character == '$':
                character = '$end'
            times = text[place:place + 1]
            if times and times in '*+?':
                place += 1
                if text[place:place + 1] == '?':
                    place += 1
            else:
                times = ''
            self._items.append((character, times))

    def match(self, text):
        if self._ignore_case:
            text = text.lower()
        return self._match(0, text, 0)

    def _match(self, number, text, place):
        if number == len(self._items):
            return True
        character, times = self._items[number]
        if character == '$end':
            return place == len(text) and self._match(number + 1, text, place)
        if self._ignore_case and character is not None:
            character = character.lower()
        most = 0
        limit = 1 if times in ('', '?') else len(text)
        while most < limit and place + most < len(text) and (character is None or text[place + most] == character):
            most += 1
        least = 1 if times in ('', '+') else 0
        while most >= least:
            if self._match(number + 1, text, place + most):
                return True
            most -= 1
        return False


def _fits(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text)


# ---- warning ----

def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Warn about the caller's line, or that of a caller further out by stacklevel."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    if skip_file_prefixes and stacklevel < 2:
        stacklevel = 2
    frame = sys._getframe(1)
    while frame is not None and stacklevel > 1:
        frame = frame.f_back
        while frame is not None and skip_file_prefixes and frame.f_code.co_filename.startswith(skip_file_prefixes):
            frame = frame.f_back
        stacklevel -= 1
    if frame is None:
        names = sys.__dict__
        filename = '<sys>'
        lineno = 0
    else:
        names = frame.f_globals
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
    registry = names.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno, names.get('__name__', '<string>'), registry, names, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warn about the line given."""
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get('version', 0) != _filters_version:
        registry.clear()
        registry['version'] = _filters_version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = defaultaction
    for kind, message_pattern, cat, module_pattern, line in filters:
        if (_fits(message_pattern, text) and issubclass(category, cat) and _fits(module_pattern, module)
                and (line == 0 or lineno == line)):
            action = kind
            break
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = 1
        once = (text, category)
        if onceregistry.get(once):
            return
        onceregistry[once] = 1
    elif action == 'module':
        registry[key] = 1
        once = (text, category, 0)
        if registry.get(once):
            return
        registry[once] = 1
    elif action == 'default':
        registry[key] = 1
    elif action not in ('always', 'all'):
        raise RuntimeError('Unrecognized action (%r) in warnings.filters:\n %s' % (action, (kind, message_pattern, cat)))
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Restore filters and showwarning at the end of the block; with record=True, give a list of what was shown."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append('record=True')
        if self._module is not sys.modules['warnings']:
            args.append('module=' + repr(self._module))
        return '%s(%s)' % (type(self).__name__, ', '.join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        module = self._module
        self._filters = list(module.filters)
        self._showwarning = module.showwarning
        module._filters_mutated()
        log = None
        if self._record:
            log = []

            def record(message, category, filename, lineno, file=None, line=None):
                log.append(WarningMessage(message, category, filename, lineno, file, line))
            module.showwarning = record
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        self._module.filters[:] = self._filters
        self._module.showwarning = self._showwarning
        self._module._filters_mutated()


class deprecated:
    """Decorator: warn when the function is called or the class instantiated."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError("Expected an object of type str for 'message', not '%s'" % type(message).__name__)
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message = self.message
        category = self.category
        stacklevel = self.stacklevel
        arg.__deprecated__ = message
        if category is None:
            return arg
        if isinstance(arg, type):
            original = arg.__init__

            def __init__(self, *args, **kwargs):
                if type(self) is arg:
                    warn(message, category=category, stacklevel=stacklevel + 1)
                original(self, *args, **kwargs)
            arg.__init__ = __init__
            return arg
        import functools

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return arg(*args, **kwargs)
        wrapper.__deprecated__ = message
        return wrapper
