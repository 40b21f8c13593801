# dataclasses: classes that are mostly fields. The methods are closures over the fields; nothing is compiled at run time. [hidden]
# Native hooks: a class body with annotations leaves them in `__annotations__` of the class's own `__dict__`, in order.

import sys

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    """A field of a frozen dataclass was to be changed."""


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'


_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


class InitVar:
    """Type of a field that is only a parameter of __init__ and __post_init__."""

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        return 'dataclasses.InitVar[%s]' % (self.type.__name__ if isinstance(self.type, type) else repr(self.type))

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about one field."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return ('Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,compare=%r,metadata=%r,'
                'kw_only=%r,_field_type=%s)' % (
                    self.name, self.type, self.default, self.default_factory, self.init, self.repr, self.hash,
                    self.compare, self.metadata, self.kw_only, self._field_type))

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)


class _Params:
    """The arguments that dataclass() was given."""

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Say more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# ---- from annotations to fields ----

def _is_classvar(annotation):
    if isinstance(annotation, str):
        return annotation.startswith(('ClassVar', 'typing.ClassVar', 't.ClassVar'))
    typing = sys.modules.get('typing')
    if typing is None:
        return False
    return annotation is typing.ClassVar or getattr(annotation, '__origin__', None) is typing.ClassVar


def _is_initvar(annotation):
    if isinstance(annotation, str):
        return annotation.startswith(('InitVar', 'dataclasses.InitVar'))
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY or isinstance(annotation, str) and annotation in ('KW_ONLY', 'dataclasses.KW_ONLY')


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if type(default).__name__ == 'member_descriptor':
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = 'field'
    if _is_classvar(annotation):
        f._field_type = 'classvar'
    elif _is_initvar(annotation):
        f._field_type = 'initvar'
    if f._field_type != 'field' and f.default_factory is not MISSING:
        raise TypeError('field %s cannot have a default factory' % name)
    if f._field_type == 'classvar':
        if f.kw_only is not MISSING:
            raise TypeError('field %s is a ClassVar but specifies kw_only' % name)
    elif f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if f._field_type == 'field' and f.default.__class__.__hash__ is None:
        raise ValueError('mutable default %s for field %s is not allowed: use default_factory'
                         % (f.default.__class__, name))
    return f


def _collect(cls, kw_only):
    # All fields by name, those of the bases first.
    found = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None) if _FIELDS in base.__dict__ else None
        if inherited is not None:
            for f in inherited.values():
                found[f.name] = f
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    annotations = cls.__dict__.get('__annotations__') or {}
    own = []
    seen_kw_only = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation):
            if seen_kw_only:
                raise TypeError('%r is KW_ONLY, but KW_ONLY has already been specified' % name)
            seen_kw_only = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError('%r is a field but has no type annotation' % name)
    return found, frozen_bases


# ---- the methods ----

def _names(names):
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        return ' and '.join(names)
    return ', '.join(names[:-1]) + ', and ' + names[-1]


def _make_init(cls, flds, frozen, has_post_init):
    positional = [f for f in flds if f.init and not f.kw_only]
    keyword = [f for f in flds if f.init and f.kw_only]
    seen_default = None
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default:
            raise TypeError('non-default argument %r follows default argument %r' % (f.name, seen_default.name))
    accepted = {f.name: f for f in positional + keyword}
    names = [f.name for f in positional]
    stored = [f for f in flds if f._field_type == 'field']
    init_vars = [f.name for f in flds if f._field_type == 'initvar']
    what = '%s.__init__()' % cls.__qualname__
    # The usual case needs no looking up: plain fields, all given by position.
    plain = not keyword and not init_vars and len(stored) == len(names) and [f.name for f in stored] == names
    size = len(names)
    put = object.__setattr__ if frozen else setattr

    def __init__(self, /, *args, **kwargs):
        if plain and len(args) == size and not kwargs:
            for name, value in zip(names, args):
                put(self, name, value)
        else:
            values = _bind(what, positional, keyword, accepted, args, kwargs)
            for f in stored:
                if f.name in values:
                    put(self, f.name, values[f.name])
                elif f.default_factory is not MISSING:
                    put(self, f.name, f.default_factory())
                elif f.default is not MISSING and f.init:
                    put(self, f.name, f.default)
            if has_post_init:
                self.__post_init__(*[_value(values, accepted, name) for name in init_vars])
            return
        if has_post_init:
            self.__post_init__()
    return __init__


def _value(values, accepted, name):
    return values[name] if name in values else accepted[name].default


def _bind(what, positional, keyword, accepted, args, kwargs):
    # The arguments by name, or the TypeError of a function with these parameters.
    if len(args) > len(positional):
        least = len([f for f in positional if f.default is MISSING and f.default_factory is MISSING]) + 1
        most = len(positional) + 1
        takes = '%d positional argument%s' % (most, '' if most == 1 else 's')
        if least != most:
            takes = 'from %d to %s' % (least, takes)
        given = len(args) + 1
        extra = ''
        named = [name for name in kwargs if name in accepted and accepted[name].kw_only]
        if named:
            extra = ' positional arguments (and %d keyword-only argument%s)' % (len(named), '' if len(named) == 1 else 's')
        raise TypeError('%s takes %s but %d%s were given' % (what, takes, given, extra))
    values = {}
    for f, value in zip(positional, args):
        values[f.name] = value
    for name, value in kwargs.items():
        if name not in accepted:
            raise TypeError('%s got an unexpected keyword argument %r' % (what, name))
        if name in values:
            raise TypeError('%s got multiple values for argument %r' % (what, name))
        values[name] = value
    for kind, group in (('positional', positional), ('keyword-only', keyword)):
        missing = [repr(f.name) for f in group
                   if f.name not in values and f.default is MISSING and f.default_factory is MISSING]
        if missing:
            raise TypeError('%s missing %d required %s argument%s: %s'
                            % (what, len(missing), kind, '' if len(missing) == 1 else 's', _names(missing)))
    return values


def _make_repr(flds):
    names = [f.name for f in flds if f.repr]
    running = set()

    def __repr__(self):
        key = id(self)
        if key in running:
            return '...'
        running.add(key)
        try:
            items = ', '.join(['%s=%r' % (name, getattr(self, name)) for name in names])
            return '%s(%s)' % (self.__class__.__qualname__, items)
        finally:
            running.discard(key)
    return __repr__


def _make_eq(flds):
    names = [f.name for f in flds if f.compare]

    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        for name in names:
            if not getattr(self, name) == getattr(other, name):
                return False
        return True
    return __eq__


def _make_order(flds, name):
    names = [f.name for f in flds if f.compare]
    compare = {'__lt__': lambda a, b: a < b, '__le__': lambda a, b: a <= b,
               '__gt__': lambda a, b: a > b, '__ge__': lambda a, b: a >= b}[name]

    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(tuple([getattr(self, n) for n in names]), tuple([getattr(other, n) for n in names]))
    method.__name__ = name
    return method


def _make_hash(flds):
    names = [f.name for f in flds if (f.compare if f.hash is None else f.hash)]

    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))
    return __hash__


def _make_frozen(cls, flds):
    names = frozenset([f.name for f in flds])

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError('cannot assign to field %r' % name)
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError('cannot delete field %r' % name)
        super(cls, self).__delattr__(name)
    return __setattr__, __delattr__


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type == 'classvar':
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError('field %s is declared with init=False, it cannot be specified with replace()' % f.name)
        elif f.name not in changes:
            if f._field_type == 'initvar' and f.default is MISSING:
                raise TypeError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


_replace.__name__ = '__replace__'


def _set_new(cls, name, function):
    # True when the class has the name already.
    if name in cls.__dict__:
        return True
    _adopt(cls, name, function)
    return False


def _adopt(cls, name, function):
    function.__qualname__ = '%s.%s' % (cls.__qualname__, name)
    function.__module__ = cls.__module__
    setattr(cls, name, function)


def _set_hash(cls, params, flds):
    has_hash = '__hash__' in cls.__dict__ and not (cls.__dict__['__hash__'] is None and '__eq__' in cls.__dict__)
    if params.unsafe_hash:
        if has_hash:
            raise TypeError('Cannot overwrite attribute __hash__ in class ' + cls.__name__)
        _adopt(cls, '__hash__', _make_hash(flds))
    elif params.eq and not has_hash:
        if params.frozen:
            _adopt(cls, '__hash__', _make_hash(flds))
        else:
            cls.__hash__ = None


def _annotation_text(annotation):
    if isinstance(annotation, type) and not hasattr(annotation, '__origin__'):
        if annotation.__module__ in ('builtins', '__main__') and annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return '%s.%s' % (annotation.__module__, annotation.__qualname__)
    return repr(annotation).replace('typing.', '')


def _doc(cls, flds):
    parts = []
    star = False
    for f in sorted(flds, key=lambda f: bool(f.kw_only)):
        if not f.init:
            continue
        if f.kw_only and not star:
            star = True
            parts.append('*')
        text = '%s: %s' % (f.name, _annotation_text(f.type))
        if f.default is not MISSING:
            text += ' = %r' % (f.default,)
        elif f.default_factory is not MISSING:
            text += ' = <factory>'
        parts.append(text)
    return '%s(%s)' % (cls.__name__, ', '.join(parts))


def _process_class(cls, params):
    found, frozen_bases = _collect(cls, params.kw_only)
    if frozen_bases:
        if any(frozen_bases) and not params.frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any(frozen_bases) and params.frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    had_hash_and_eq = '__eq__' in cls.__dict__
    setattr(cls, _PARAMS, params)
    setattr(cls, _FIELDS, found)
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')
    everything = [f for f in found.values() if f._field_type in ('field', 'initvar')]
    flds = [f for f in everything if f._field_type == 'field']
    if params.init:
        _set_new(cls, '__init__', _make_init(cls, everything, params.frozen, hasattr(cls, _POST_INIT_NAME)))
    _set_new(cls, '__replace__', _replace)
    if params.repr:
        _set_new(cls, '__repr__', _make_repr(flds))
    # The hash is decided before __eq__ is set, which by itself may take the hash away.
    _set_hash(cls, params, flds)
    if params.eq and not had_hash_and_eq:
        hash_ = cls.__dict__.get('__hash__', MISSING)
        _adopt(cls, '__eq__', _make_eq(flds))
        if hash_ is not MISSING and cls.__dict__.get('__hash__', MISSING) is not hash_:
            cls.__hash__ = hash_
    if params.order:
        for name in ('__lt__', '__le__', '__gt__', '__ge__'):
            if _set_new(cls, name, _make_order(flds, name)):
                raise TypeError('Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering'
                                % (name, cls.__name__))
    if params.frozen:
        for function, name in zip(_make_frozen(cls, flds), ('__setattr__', '__delattr__')):
            if _set_new(cls, name, function):
                raise TypeError('Cannot overwrite attribute %s in class %s' % (name, cls.__name__))
    if not cls.__doc__:
        cls.__doc__ = _doc(cls, everything)
    if params.match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in everything if f.init and not f.kw_only])
    if params.weakref_slot and not params.slots:
        raise TypeError('weakref_slot is True but slots is False')
    if params.slots:
        cls = _with_slots(cls, flds)
    return cls


def _with_slots(cls, flds):
    # Slots can only be given when a class is made: make it again.
    if '__slots__' in cls.__dict__:
        raise TypeError('%s already specifies __slots__' % cls.__name__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(base.__dict__.get('__slots__', ()))
    namespace = dict(cls.__dict__)
    names = [f.name for f in flds]
    for name in names:
        namespace.pop(name, None)
    namespace.pop('__dict__', None)
    namespace.pop('__weakref__', None)
    namespace['__slots__'] = tuple([name for name in names if name not in inherited])
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    return new


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Decorator: write __init__, __repr__, __eq__ and more for a class from its annotated names."""
    params = _Params(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return lambda cls: _process_class(cls, params)
    return _process_class(cls, params)


# ---- on dataclasses ----

def fields(class_or_instance):
    """The fields, in order."""
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in found.values() if f._field_type == 'field'])


def is_dataclass(obj):
    """Whether it is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """A dict of the fields, and so on within them."""
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _convert(obj, dict_factory, None)


def astuple(obj, *, tuple_factory=tuple):
    """A tuple of the fields, and so on within them."""
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _convert(obj, None, tuple_factory)


def _convert(obj, dict_factory, tuple_factory):
    if _is_instance(obj):
        pairs = [(f.name, _convert(getattr(obj, f.name), dict_factory, tuple_factory)) for f in fields(obj)]
        if dict_factory is not None:
            return dict_factory(pairs)
        return tuple_factory([value for name, value in pairs])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_convert(item, dict_factory, tuple_factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_convert(item, dict_factory, tuple_factory) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_convert(key, dict_factory, tuple_factory), _convert(value, dict_factory, tuple_factory))
                 for key, value in obj.items()]
        if hasattr(type(obj), 'default_factory') or hasattr(obj, 'default_factory'):
            result = type(obj)(obj.default_factory)
            result.update(pairs)
            return result
        return type(obj)(pairs)
    import copy
    return copy.deepcopy(obj)


def replace(obj, /, **changes):
    """A copy with other values in some fields."""
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """Make a dataclass from a list of names, (name, type) or (name, type, field)."""
    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name = item
            kind = 'typing.Any'
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, namespace[item[0]] = item
        else:
            raise TypeError('Invalid field: %r' % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError('Field names must be valid identifiers: %r' % (name,))
        if name in annotations:
            raise TypeError('Field name duplicated: %r' % name)
        annotations[name] = kind
    namespace['__annotations__'] = annotations
    import types
    cls = types.new_class(cls_name, bases, {}, lambda ns: ns.update(namespace))
    if module is None:
        frame = sys._getframe()
        module = frame.f_globals.get('__name__') if frame is not None else None
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
