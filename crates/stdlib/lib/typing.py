# typing: the names that annotations use. Nothing is checked; subscripts give small alias objects. [hidden]
# Native hooks: `__mro_entries__` of bases, `__class_getitem__`. `collections.abc` is loaded only when a class derives from it.

import sys

TYPE_CHECKING = False


def _shown(item):
    if item is ...:
        return '...'
    if isinstance(item, type) and not isinstance(item, _Alias):
        if item.__module__ == 'builtins':
            return item.__qualname__
        return '%s.%s' % (item.__module__, item.__qualname__)
    if isinstance(item, list):
        return '[%s]' % ', '.join([_shown(part) for part in item])
    return repr(item)


def _unioned(left, right):
    return Union[left, right]


class _Form:
    """Any, Union, Optional and other special names."""

    def __init__(self, name, make=None):
        self._name = name
        self._make = make

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, parameters):
        if self._make is None:
            raise TypeError('%s is not subscriptable' % self)
        return self._make(self, parameters)

    def __call__(self, *args, **kwds):
        raise TypeError('Cannot instantiate %r' % self)

    def __mro_entries__(self, bases):
        raise TypeError('Cannot subclass %r' % self)

    def __or__(self, other):
        return _unioned(self, other)

    def __ror__(self, other):
        return _unioned(other, self)


class _Alias:
    """A name with parameters: List[int]."""

    def __init__(self, name, origin, args):
        self._name = name
        self.__origin__ = origin
        self.__args__ = args
        found = []
        for arg in args:
            for one in (arg,) if isinstance(arg, TypeVar) else getattr(arg, '__parameters__', ()):
                if one not in found:
                    found.append(one)
        self.__parameters__ = tuple(found)

    def __repr__(self):
        name = self._name
        if name is None:
            return '%s[%s]' % (_shown(self.__origin__), ', '.join([_shown(arg) for arg in self.__args__]))
        if name == 'Optional':
            return 'typing.Optional[%s]' % _shown(self.__args__[0])
        if name == 'Callable':
            *parameters, result = self.__args__
            if len(parameters) == 1 and parameters[0] is ...:
                return 'typing.Callable[..., %s]' % _shown(result)
            return 'typing.Callable[[%s], %s]' % (', '.join([_shown(p) for p in parameters]), _shown(result))
        if name == 'Literal':
            return 'typing.Literal[%s]' % ', '.join([repr(arg) for arg in self.__args__])
        return 'typing.%s[%s]' % (name, ', '.join([_shown(arg) for arg in self.__args__]))

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if not self.__parameters__:
            raise TypeError('%r is not a generic class' % self)
        known = dict(zip(self.__parameters__, parameters))
        args = tuple([known.get(arg, arg) if isinstance(arg, TypeVar) else arg for arg in self.__args__])
        return _Alias(self._name, self.__origin__, args)

    def __call__(self, *args, **kwds):
        obj = _resolve(self.__origin__)(*args, **kwds)
        try:
            obj.__orig_class__ = self
        except Exception:
            pass
        return obj

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(_resolve(self.__origin__), name)

    def __mro_entries__(self, bases):
        origin = _resolve(self.__origin__)
        if self._name == 'Generic' or origin is Generic or origin is Protocol:
            return (origin,)
        entries = (origin,)
        if not any([isinstance(b, _Alias) and b._name == 'Generic' or b is Generic for b in bases]) and self.__parameters__ \
                and isinstance(origin, type) and Generic not in origin.__mro__:
            entries += (Generic,)
        return entries

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self._name in ('Union', 'Optional') and other._name in ('Union', 'Optional'):
            return set(self.__args__) == set(other.__args__)
        return _resolve(self.__origin__) is _resolve(other.__origin__) and self.__args__ == other.__args__

    def __hash__(self):
        if self._name in ('Union', 'Optional'):
            return hash(frozenset(self.__args__))
        return hash(self.__args__)

    def __or__(self, other):
        return _unioned(self, other)

    def __ror__(self, other):
        return _unioned(other, self)

    def __instancecheck__(self, obj):
        if self._name in ('Union', 'Optional'):
            return isinstance(obj, tuple([_resolve(arg) for arg in self.__args__]))
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        if self._name in ('Union', 'Optional'):
            return issubclass(cls, tuple([_resolve(arg) for arg in self.__args__]))
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


class _Name:
    """List, Iterable and other names of a class that can have parameters."""

    def __init__(self, name, origin):
        self._name = name
        self._origin = origin

    @property
    def __origin__(self):
        return _resolve(self._origin)

    def __repr__(self):
        return 'typing.' + self._name

    def __getitem__(self, parameters):
        if self._name == 'Callable':
            if not isinstance(parameters, tuple) or len(parameters) != 2:
                raise TypeError('Callable must be used as Callable[[arg, ...], result].')
            args, result = parameters
            args = tuple(args) if isinstance(args, list) else (args,)
            return _Alias('Callable', self._origin, args + (_converted(result),))
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return _Alias(self._name, self._origin, tuple([_converted(p) for p in parameters]))

    def __call__(self, *args, **kwds):
        raise TypeError('Type %s cannot be instantiated; use %s() instead'
                        % (self._name, _resolve(self._origin).__name__))

    def __mro_entries__(self, bases):
        return (_resolve(self._origin),)

    def __instancecheck__(self, obj):
        return isinstance(obj, _resolve(self._origin))

    def __subclasscheck__(self, cls):
        return issubclass(cls, _resolve(self._origin))

    def __or__(self, other):
        return _unioned(self, other)

    def __ror__(self, other):
        return _unioned(other, self)


def _resolve(origin):
    # Origins that cost an import are kept as 'module:name' until they are needed.
    if isinstance(origin, str):
        module, _, name = origin.partition(':')
        __import__(module)
        return getattr(sys.modules[module], name)
    return origin


def _converted(parameter):
    if parameter is None:
        return type(None)
    if isinstance(parameter, str):
        return ForwardRef(parameter)
    return parameter


class ForwardRef:
    """A type that is given as a string."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return _unioned(self, other)

    def __ror__(self, other):
        return _unioned(other, self)

    def __repr__(self):
        return 'ForwardRef(%r)' % self.__forward_arg__


# ---- special forms ----

def _make_union(form, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    args = []
    for parameter in parameters:
        parameter = _converted(parameter)
        inner = parameter.__args__ if isinstance(parameter, _Alias) and parameter._name in ('Union', 'Optional') \
            else (parameter,)
        for one in inner:
            if one not in args:
                args.append(one)
    if len(args) == 1:
        return args[0]
    if len(args) == 2 and args[1] is type(None):
        return _Alias('Optional', Union, tuple(args))
    if len(args) == 2 and args[0] is type(None):
        return _Alias('Optional', Union, (args[1], args[0]))
    return _Alias('Union', Union, tuple(args))


def _make_optional(form, parameter):
    return Union[parameter, type(None)]


def _make_alias(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _Alias(form._name, form, tuple([p if form._name == 'Literal' else _converted(p) for p in parameters]))


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return type.__instancecheck__(self, obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else type.__repr__(self)


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


Union = _Form('Union', _make_union)
Optional = _Form('Optional', _make_optional)
ClassVar = _Form('ClassVar', _make_alias)
Final = _Form('Final', _make_alias)
Literal = _Form('Literal', _make_alias)
Concatenate = _Form('Concatenate', _make_alias)
TypeGuard = _Form('TypeGuard', _make_alias)
TypeIs = _Form('TypeIs', _make_alias)
Required = _Form('Required', _make_alias)
NotRequired = _Form('NotRequired', _make_alias)
ReadOnly = _Form('ReadOnly', _make_alias)
Unpack = _Form('Unpack', _make_alias)
Annotated = _Form('Annotated', _make_alias)
TypeAlias = _Form('TypeAlias')
NoReturn = _Form('NoReturn')
Never = _Form('Never')
Self = _Form('Self')
LiteralString = _Form('LiteralString')


class TypeVar:
    """A type to be chosen later."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False,
                 default=None):
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__default__ = default

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__

    def __or__(self, other):
        return _unioned(self, other)

    def __ror__(self, other):
        return _unioned(other, self)


class ParamSpec(TypeVar):
    """The parameters of a function, to be chosen later."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=None):
        TypeVar.__init__(self, name, bound=bound, covariant=covariant, contravariant=contravariant)
        self.args = ParamSpecArgs(self)
        self.kwargs = ParamSpecKwargs(self)


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin


class TypeVarTuple(TypeVar):
    """Several types, to be chosen later."""

    def __init__(self, name, *, default=None):
        TypeVar.__init__(self, name)

    def __iter__(self):
        yield Unpack[self]


class TypeAliasType:
    """What the `type` statement makes."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = type_params

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return _unioned(self, other)


class NewType:
    """A name of its own for a type."""

    def __init__(self, name, tp):
        self.__name__ = name.rpartition('.')[2]
        self.__qualname__ = name
        self.__supertype__ = tp
        frame = sys._getframe()
        self.__module__ = frame.f_globals.get('__name__', '__main__') if frame is not None else '__main__'

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return '%s.%s' % (self.__module__, self.__qualname__)

    def __or__(self, other):
        return _unioned(self, other)

    def __ror__(self, other):
        return _unioned(other, self)


class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if cls is Generic:
            return _Alias('Generic', Generic, parameters)
        return _Alias('Protocol' if cls is Protocol else None, cls, tuple([_converted(p) for p in parameters]))


class _ProtocolMeta(type):
    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance)) or cls._has_members(instance)

    def __subclasscheck__(cls, other):
        if cls in other.__mro__:
            return True
        if not cls.__dict__.get('_is_protocol', False):
            return False
        if not cls.__dict__.get('_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return cls._has_members(other)

    def _has_members(cls, obj):
        if not cls.__dict__.get('_is_protocol', False):
            return False
        for base in cls.__mro__:
            if base is Protocol or base is Generic or base is object:
                continue
            names = list(base.__dict__.get('__annotations__') or {})
            names.extend([name for name in base.__dict__ if not name.startswith('_abc_')])
            for name in names:
                if name not in _NOT_MEMBERS and not hasattr(obj, name):
                    return False
        return True


_NOT_MEMBERS = frozenset(('__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__annotations__',
                          '__slots__', '__init__', '__orig_bases__', '__parameters__', '_is_protocol',
                          '_is_runtime_protocol', '__init_subclass__', '__subclasshook__', '__class_getitem__',
                          '__abstractmethods__', '__firstlineno__', '__static_attributes__', '__hash__', '__new__'))


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that say what methods others have."""

    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_init


def _no_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _no_init)
        if init is not _no_init:
            init(self, *args, **kwargs)
            break


def runtime_checkable(cls):
    """Decorator: allow isinstance() with a protocol."""
    if not getattr(cls, '_is_protocol', False):
        raise TypeError('@runtime_checkable can be only applied to protocol classes, got %r' % cls)
    cls._is_runtime_protocol = True
    return cls


def _protocol(name, method):
    def body(self):
        raise NotImplementedError
    body.__name__ = method
    cls = _ProtocolMeta(name, (Protocol,), {method: body, '__module__': 'typing', '__slots__': ()})
    return runtime_checkable(cls)


SupportsInt = _protocol('SupportsInt', '__int__')
SupportsFloat = _protocol('SupportsFloat', '__float__')
SupportsIndex = _protocol('SupportsIndex', '__index__')
SupportsBytes = _protocol('SupportsBytes', '__bytes__')
SupportsAbs = _protocol('SupportsAbs', '__abs__')
SupportsRound = _protocol('SupportsRound', '__round__')
SupportsComplex = _protocol('SupportsComplex', '__complex__')


# ---- NamedTuple and TypedDict ----

class _NamedTupleMeta(type):
    def __new__(mcls, typename, bases, ns):
        from collections import namedtuple
        kinds = ns.get('__annotations__') or {}
        defaults = []
        for name in kinds:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError('Non-default namedtuple field %s cannot follow default field%s %s'
                                % (name, 's' if len(defaults) > 1 else '', ', '.join(defaults)))
        cls = namedtuple(typename, list(kinds), defaults=[ns[name] for name in defaults], module=ns['__module__'])
        cls.__annotations__ = dict(kinds)
        for key, value in ns.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make',
                       '_replace', '_asdict', '_source'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__module__', '__name__', '__annotations__', '__orig_bases__') and key not in kinds:
                setattr(cls, key, value)
        return cls


class _NamedTupleForm:
    """Base of classes that are named tuples with types; also a function that makes one."""

    def __call__(self, typename, fields=(), /, **kwargs):
        from collections import namedtuple
        fields = list(fields) or list(kwargs.items())
        frame = sys._getframe()
        module = frame.f_globals.get('__name__', '__main__') if frame is not None else '__main__'
        cls = namedtuple(typename, [name for name, kind in fields], module=module)
        cls.__annotations__ = dict(fields)
        return cls

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return '<function NamedTuple>'


_NamedTupleBase = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, ns, total=True):
        cls = type.__new__(mcls, name, (dict,), dict(ns))
        annotations = {}
        required = set()
        optional = set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required.update(base.__dict__.get('__required_keys__', ()))
            optional.update(base.__dict__.get('__optional_keys__', ()))
        own = ns.get('__annotations__') or {}
        annotations.update(own)
        for key, kind in own.items():
            marked = getattr(kind, '_name', None)
            if marked == 'Required' or marked != 'NotRequired' and total:
                required.add(key)
            else:
                optional.add(key)
        cls.__annotations__ = annotations
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(optional)
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


class _TypedDictForm:
    """Base of classes that describe dicts; also a function that makes one."""

    def __call__(self, typename, fields=(), /, *, total=True):
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields)}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)


_TypedDictBase = type.__new__(_TypedDictMeta, 'TypedDict', (dict,), {})
TypedDict = _TypedDictForm()


# ---- names of classes ----

List = _Name('List', list)
Dict = _Name('Dict', dict)
Set = _Name('Set', set)
FrozenSet = _Name('FrozenSet', frozenset)
Tuple = _Name('Tuple', tuple)
Type = _Name('Type', type)
Deque = _Name('Deque', 'collections:deque')
DefaultDict = _Name('DefaultDict', 'collections:defaultdict')
OrderedDict = _Name('OrderedDict', 'collections:OrderedDict')
Counter = _Name('Counter', 'collections:Counter')
ChainMap = _Name('ChainMap', 'collections:ChainMap')
ContextManager = _Name('ContextManager', 'contextlib:AbstractContextManager')
AbstractSet = _Name('AbstractSet', 'collections.abc:Set')
Hashable = _Name('Hashable', 'collections.abc:Hashable')
Sized = _Name('Sized', 'collections.abc:Sized')
Container = _Name('Container', 'collections.abc:Container')
Collection = _Name('Collection', 'collections.abc:Collection')
Iterable = _Name('Iterable', 'collections.abc:Iterable')
Iterator = _Name('Iterator', 'collections.abc:Iterator')
Reversible = _Name('Reversible', 'collections.abc:Reversible')
Generator = _Name('Generator', 'collections.abc:Generator')
Callable = _Name('Callable', 'collections.abc:Callable')
MutableSet = _Name('MutableSet', 'collections.abc:MutableSet')
Mapping = _Name('Mapping', 'collections.abc:Mapping')
MutableMapping = _Name('MutableMapping', 'collections.abc:MutableMapping')
Sequence = _Name('Sequence', 'collections.abc:Sequence')
MutableSequence = _Name('MutableSequence', 'collections.abc:MutableSequence')
MappingView = _Name('MappingView', 'collections.abc:MappingView')
KeysView = _Name('KeysView', 'collections.abc:KeysView')
ItemsView = _Name('ItemsView', 'collections.abc:ItemsView')
ValuesView = _Name('ValuesView', 'collections.abc:ValuesView')
ByteString = _Name('ByteString', 'collections.abc:ByteString')
Awaitable = _Name('Awaitable', 'collections.abc:Awaitable')
Coroutine = _Name('Coroutine', 'collections.abc:Coroutine')
AsyncIterable = _Name('AsyncIterable', 'collections.abc:AsyncIterable')
AsyncIterator = _Name('AsyncIterator', 'collections.abc:AsyncIterator')
AsyncGenerator = _Name('AsyncGenerator', 'collections.abc:AsyncGenerator')
Text = str
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
AnyStr = TypeVar('AnyStr', bytes, str)


class IO(Generic):
    """A file."""


class TextIO(IO):
    """A file of text."""


class BinaryIO(IO):
    """A file of bytes."""


# ---- functions ----

def cast(typ, val):
    """The value, whatever the type says."""
    return val


def overload(func):
    """One signature of several."""
    return func


def final(f):
    """Not to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Overrides a method of a base class."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    """Not to be checked."""
    return arg


def no_type_check_decorator(decorator):
    """Not to be checked."""
    return decorator


def dataclass_transform(**kwargs):
    """Marks what works like dataclass()."""
    return lambda cls_or_fn: cls_or_fn


def assert_type(val, typ, /):
    """The value."""
    return val


def assert_never(arg, /):
    """Says that this line is never reached."""
    raise AssertionError('Expected code to be unreachable, but got: %r' % (arg,))


def reveal_type(obj, /):
    """Print the type on stderr."""
    print('Runtime type is %r' % type(obj).__name__, file=sys.stderr)
    return obj


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, with those of its bases, or of a function."""
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get('__annotations__') or {})
    else:
        hints = dict(getattr(obj, '__annotations__', None) or {})
    return {name: type(None) if kind is None else kind for name, kind in hints.items()}


def get_origin(tp):
    """List for List[int] as list, Union for Optional[int]."""
    if isinstance(tp, _Alias):
        return _resolve(tp.__origin__)
    return getattr(tp, '__origin__', None)


def get_args(tp):
    """The parameters of List[int]."""
    args = getattr(tp, '__args__', ())
    if isinstance(tp, _Alias) and tp._name == 'Callable' and not (len(args) == 2 and args[0] is ...):
        return list(args[:-1]), args[-1]
    return args


def is_typeddict(tp):
    """Whether it is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)


def is_protocol(tp, /):
    """Whether it is a protocol."""
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


__all__ = [name for name in dir(sys.modules[__name__]) if not name.startswith('_') and name not in ('sys', 'T', 'KT', 'VT')]
