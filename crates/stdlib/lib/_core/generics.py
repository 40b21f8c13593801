# Type parameters and `type` statements (PEP 695): kept out of the way, but there to be looked at.


class TypeVar:
    def __init__(self, name, bound=None, constraints=(), default=None):
        self.__name__ = name
        self.__bound__ = bound
        self.__constraints__ = constraints
        self.__default__ = default

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return self

    __ror__ = __or__


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeAliasType:
    def __init__(self, name, compute, type_params=()):
        self.__name__ = name
        self._compute = compute
        self.__type_params__ = type_params or ()

    @property
    def __value__(self):
        return self._compute()

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        return self

    def __or__(self, other):
        return self

    __ror__ = __or__


TypeVar.__module__ = TypeVarTuple.__module__ = ParamSpec.__module__ = TypeAliasType.__module__ = 'typing'


def INTRINSIC_TYPEVAR(name):
    return TypeVar(name)


def INTRINSIC_PARAMSPEC(name):
    return ParamSpec(name)


def INTRINSIC_TYPEVARTUPLE(name):
    return TypeVarTuple(name)


def INTRINSIC_TYPEVAR_WITH_BOUND(name, bound):
    return TypeVar(name, bound)


def INTRINSIC_TYPEVAR_WITH_CONSTRAINTS(name, constraints):
    return TypeVar(name, None, constraints)


def INTRINSIC_SET_TYPEPARAM_DEFAULT(param, default):
    param.__default__ = default
    return param


def INTRINSIC_TYPEALIAS(parts):
    name, type_params, compute = parts
    return TypeAliasType(name, compute, type_params)


def INTRINSIC_SUBSCRIPT_GENERIC(params):
    from typing import Generic
    return Generic[params]
