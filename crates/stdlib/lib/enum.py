# enum: classes whose instances are a fixed set of named values. No native hooks.

__all__ = ['EnumMeta', 'EnumType', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'member',
           'nonmember', 'property', 'verify', 'UNIQUE', 'CONTINUOUS', 'NAMED_FLAGS', 'FlagBoundary', 'STRICT', 'CONFORM',
           'EJECT', 'KEEP', 'global_enum']

_property = property
_auto_null = object()
# Set once each class exists: they are asked for while their own bodies are processed.
Enum = Flag = ReprEnum = None


class auto:
    """A value to be chosen by the class."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return 'auto(%r)' % (self.value,)


class nonmember:
    """An attribute that is not to be a member."""

    def __init__(self, value):
        self.value = value


class member:
    """An attribute that is to be a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class property:
    """An attribute of members that does not hide a member of the same name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or (fget.__doc__ if fget is not None else None)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass._member_map_.get(self.name)
            if found is not None:
                return found
            raise AttributeError('%r has no attribute %r' % (ownerclass, self.name))
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError('%r cannot set attribute %r' % (self.clsname, self.name))
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError('%r cannot delete attribute %r' % (self.clsname, self.name))
        self.fdel(instance)


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(cls_name, name):
    return name.startswith('_%s__' % cls_name) and not name.endswith('__')


def _is_inner_class(cls_name, value):
    if cls_name is None or not isinstance(value, type):
        return False
    outer = value.__qualname__.rpartition('.')[0]
    return outer == cls_name or outer.endswith('.' + cls_name)


def _is_descriptor(value):
    cls = type(value)
    if cls is type(_is_dunder) or cls in (_property, staticmethod, classmethod):
        return True
    return hasattr(cls, '__get__') or hasattr(cls, '__set__') or hasattr(cls, '__delete__')


class _EnumDict(dict):
    """The namespace of an enum's body: notes which names become members."""

    def __init__(self, cls_name):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            self._set_sunder(key, value)
            if key == '_ignore_':
                value = self._ignore
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) or _is_inner_class(self._cls_name, value):
            pass
        else:
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
                       '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_',
                       '_boundary_'):
            raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % (key,))
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            self._ignore = value.replace(',', ' ').split() if isinstance(value, str) else list(value)

    def _resolve(self, key, value):
        # auto(), also inside a tuple, becomes the next value.
        if isinstance(value, auto):
            if value.value is _auto_null:
                self._auto_called = True
                value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            return value.value
        if type(value) is tuple and any([isinstance(item, auto) for item in value]):
            return tuple([self._resolve(key, item) for item in value])
        return value

    def update(self, members, **more):
        for key in members:
            self[key] = members[key]
        for key, value in more.items():
            self[key] = value


class EnumType(type):
    """The metaclass of enums."""

    @classmethod
    def __prepare__(metacls, cls, bases, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return {}
        namespace = _EnumDict(cls)
        if bases:
            metacls._check_for_existing_members_(cls, bases)
            _, first = metacls._get_mixins_(cls, bases)
            if first is not None:
                namespace._generate_next_value = getattr(first, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            # Enum itself.
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        names = list(classdict._member_names)
        values = {name: classdict[name] for name in names}
        for name in names:
            if name == 'mro':
                raise ValueError('invalid enum member name(s) ' + repr(name))
        body = {key: value for key, value in classdict.items()
                if key not in values and key not in classdict._ignore and key != '_ignore_' and key != '_order_'}
        order = classdict.get('_order_')
        data_type, first = metacls._get_mixins_(cls, bases)
        body['_member_names_'] = []
        body['_member_map_'] = {}
        body['_value2member_map_'] = {}
        body['_unhashable_values_'] = []
        body['_member_type_'] = data_type
        new, use_args = metacls._find_new_(body, data_type, first)
        body['_use_args_'] = use_args
        body['_new_member_'] = new
        if '__new__' in body:
            body['__new_member__'] = body.pop('__new__')
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        if Flag is not None and issubclass(enum_class, Flag):
            enum_class._boundary_ = boundary or getattr(first, '_boundary_', None) or STRICT
            enum_class._flag_mask_ = 0
            enum_class._singles_mask_ = 0
        metacls._choose_text(enum_class, body, data_type, bases, first)
        for name in names:
            metacls._add(enum_class, name, values[name], new, use_args, data_type)
        # A call looks members up; __new__ of the data type is used only to make them.
        enum_class.__new__ = Enum.__new__
        if order is not None:
            if isinstance(order, str):
                order = order.replace(',', ' ').split()
            if order != enum_class._member_names_:
                raise TypeError('member order does not match _order_:\n  %r\n  %r'
                                % (enum_class._member_names_, order))
        return enum_class

    @staticmethod
    def _choose_text(enum_class, body, data_type, bases, first):
        # Where a method would be the data type's, the enum's goes before it; for a ReprEnum only the repr does.
        kept = ()
        if ReprEnum is not None and ReprEnum in bases:
            kept = ('__str__', '__format__')
            if data_type is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
        for name in ('__repr__', '__str__', '__format__'):
            if name in body:
                continue
            if name in kept:
                inherited = name == '__str__' and _definer(data_type, name) is object
                setattr(enum_class, name, getattr(data_type, '__repr__' if inherited else name))
                continue
            if _definer(enum_class, name) in data_type.__mro__:
                setattr(enum_class, name, getattr(first, name))
        if Flag is not None and issubclass(enum_class, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in body:
                    setattr(enum_class, name, getattr(Flag, name))

    @staticmethod
    def _add(enum_class, name, value, new, use_args, data_type):
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (args,)
        if not use_args:
            obj = new(enum_class)
        else:
            obj = new(enum_class, *args)
        if not hasattr(obj, '_value_'):
            if data_type is object:
                obj._value_ = value
            else:
                try:
                    obj._value_ = data_type(*args)
                except Exception as exc:
                    error = TypeError('_value_ not set in __new__, unable to create it')
                    error.__cause__ = exc
                    raise error
        value = obj._value_
        obj._name_ = name
        obj.__objclass__ = enum_class
        obj._sort_order_ = len(enum_class._member_names_)
        init = getattr(enum_class, '__init__', None)
        if init is not Enum.__init__:
            obj.__init__(*args)
        canonical = _find_value(enum_class, value)
        if canonical is not None:
            obj = canonical
        elif Flag is not None and issubclass(enum_class, Flag) and isinstance(value, int):
            enum_class._flag_mask_ |= value
            if value and value & (value - 1) == 0:
                enum_class._singles_mask_ |= value
                enum_class._member_names_.append(name)
        else:
            enum_class._member_names_.append(name)
        enum_class._member_map_[name] = obj
        type.__setattr__(enum_class, name, obj)
        if canonical is None:
            try:
                enum_class._value2member_map_[value] = obj
            except TypeError:
                enum_class._unhashable_values_.append(value)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_auto_null, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_ or names is _auto_null and not values:
            if names is not _auto_null:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _auto_null:
            raise TypeError('%r has no members; specify `names=()` if you meant to create a new, empty, enum' % cls)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if Flag is not None and issubclass(cls, Flag):
            try:
                result = cls._missing_(value)
                return isinstance(result, cls)
            except ValueError:
                pass
        return _find_value(cls, value) is not None

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def __dir__(cls):
        names = ['__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__', '__module__',
                 '__name__', '__qualname__']
        return sorted(names + cls._member_names_)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    @_property
    def __members__(cls):
        from types import MappingProxyType
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return '<flag %r>' % cls.__name__
        return '<enum %r>' % cls.__name__

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        # The functional form: Enum('Colour', 'RED GREEN')
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs = []
            last = []
            for count, name in enumerate(names):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                pairs.append((name, value))
        elif isinstance(names, dict):
            pairs = list(names.items())
        else:
            pairs = list(names)
        for name, value in pairs:
            classdict[name] = value
        if module is None:
            import sys
            frame = sys._getframe(2)
            module = frame.f_globals.get('__name__') if frame is not None else None
        if module is not None:
            classdict['__module__'] = module
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @staticmethod
    def _check_for_existing_members_(class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError('%r cannot extend %r' % (EnumType._shown(class_name, bases), base))

    @staticmethod
    def _shown(class_name, bases):
        # Only used in messages: <enum 'Name'>.
        return _Shown("<enum %r>" % class_name)

    @staticmethod
    def _get_mixins_(class_name, bases):
        if not bases:
            return object, Enum
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return EnumType._find_data_type_(class_name, bases) or object, first

    @staticmethod
    def _find_data_type_(class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in found:
                            found.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or base in _BUILTIN_DATA:
                    if (candidate or base) not in found:
                        found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError('too many data types for %r: %r' % (class_name, set(found)))
        return found[0] if found else None

    @staticmethod
    def _find_new_(classdict, data_type, first):
        new = classdict.get('__new__')
        if new is None and first is not None:
            new = getattr(first, '__new_member__', None)
            if new is None or new is object.__new__:
                new = data_type.__new__
        if isinstance(new, staticmethod):
            new = new.__func__
        # A plain object takes no value; whatever else makes the members is given it.
        return new, data_type is not object or '__new__' in classdict or _definer(first, '__new_member__') is not None


def _definer(cls, name):
    # The class in the MRO that has the name.
    for base in cls.__mro__:
        if name in base.__dict__:
            return base


class _Shown:
    """Prints as the text given."""

    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


_BUILTIN_DATA = (int, float, str, bytes, tuple, list, dict, set, frozenset)


def _find_value(cls, value):
    try:
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
    except TypeError:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
        return None
    if cls._unhashable_values_:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
    return None


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    """A set of named values: each attribute of the class body is a member."""

    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _member_type_ = object

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _find_value(cls, value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError('%r has no members defined' % cls)
        exc = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            exc = e
            result = None
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        error = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        if result is None and exc is None:
            raise error
        if exc is None:
            exc = TypeError('error in %s._missing_: returned %r instead of None or a valid member'
                            % (cls.__name__, result))
        if not isinstance(exc, ValueError):
            exc.__context__ = error
        raise exc

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, _value_repr(self))

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __dir__(self):
        return ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value']

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


def _value_repr(member):
    data_type = member.__class__._member_type_
    if data_type is object:
        return repr(member._value_)
    return data_type.__repr__(member._value_) if data_type in _BUILTIN_DATA else repr(member._value_)


class ReprEnum(Enum):
    """Only the repr is the enum's; str and format are the data type's."""


class IntEnum(int, ReprEnum):
    """Members that are ints as well."""


class StrEnum(str, ReprEnum):
    """Members that are strings as well."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        value = str(*values)
        new = str.__new__(cls, value)
        new._value_ = value
        return new

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What to do with bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


class Flag(Enum):
    """Members that can be combined."""

    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** (max(last_values).bit_length())

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask = cls._flag_mask_
        every = (1 << mask.bit_length()) - 1
        unknown = value & ~mask if value >= 0 else value & ~every & ~mask & 0
        if value < 0:
            # The complement within the bits that there are.
            if ~value & ~every:
                unknown = ~value & ~every
            value = every & value if cls._boundary_ is KEEP else mask & value
        if unknown:
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError('%r invalid value %r\n    given %s\n  allowed %s'
                                 % (cls, value, _bin(value, bits), _bin(mask, bits)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        data_type = cls._member_type_
        new = object.__new__(cls) if data_type is object else data_type.__new__(cls, value)
        new._value_ = value
        names = []
        for name in cls._member_names_:
            bit = cls._member_map_[name]._value_
            if value & bit:
                names.append(name)
        rest = value & ~cls._flag_mask_
        if rest and names:
            names.append(str(rest))
        new._name_ = '|'.join(names) if names else None
        cls._value2member_map_[value] = new
        return new

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for name in self.__class__._member_names_:
            found = self.__class__._member_map_[name]
            if found._value_ & self._value_:
                yield found

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return '<%s: %s>' % (name, _value_repr(self))
        return '<%s.%s: %s>' % (name, self._name_, _value_repr(self))

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _bits(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return int(other)
        return NotImplemented

    def __or__(self, other):
        bits = self._bits(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits(other)
        return bits if bits is NotImplemented else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


Flag._flag_mask_ = 0
Flag._singles_mask_ = 0


def _bin(value, bits):
    return '0b0 ' + bin(value)[2:].rjust(bits, '0')


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints as well."""


def unique(enumeration):
    """Decorator: no two names may have one value."""
    duplicates = []
    for name, found in enumeration.__members__.items():
        if name != found.name:
            duplicates.append((name, found.name))
    if duplicates:
        text = ', '.join(['%s -> %s' % pair for pair in duplicates])
        raise ValueError('duplicate values found in %r: %s' % (enumeration, text))
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


class verify:
    """Decorator: check an enum."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = ['%s -> %s' % (name, found.name) for name, found in enumeration.__members__.items()
                           if name != found.name]
                if aliases:
                    raise ValueError('aliases found in %r: %s' % (enumeration, ', '.join(aliases)))
            elif check is CONTINUOUS:
                values = {found.value for found in enumeration}
                if len(values) >= 2:
                    missing = [v for v in range(min(values) + 1, max(values)) if v not in values]
                    if missing:
                        raise ValueError('invalid enum %r: missing values %s'
                                         % (enumeration.__name__, ', '.join([str(v) for v in missing])))
        return enumeration


def global_enum_repr(self):
    """The repr of a member that its module has as well: module.NAME."""
    return '%s.%s' % (_module_of(self), self._name_)


def global_flag_repr(self):
    """The same for flags, with all the names that are set."""
    module = _module_of(self)
    if self._name_ is None:
        return '%s.%s(%r)' % (module, self.__class__.__name__, self._value_)
    numeric = self.__class__.__dict__.get('_numeric_repr_', repr)
    names = self._name_.split('|')
    return '|'.join([numeric(int(name)) if name.isdigit() else '%s.%s' % (module, name) for name in names])


def global_str(self):
    """The str of a member that its module has as well: its name."""
    if self._name_ is None:
        return '%s(%r)' % (self.__class__.__name__, self._value_)
    return self._name_


def _module_of(member):
    return member.__class__.__module__.rsplit('.', 1)[-1]


def global_enum(cls, update_str=False):
    """Decorator: put the members into the module as well, and name the module in their reprs."""
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
