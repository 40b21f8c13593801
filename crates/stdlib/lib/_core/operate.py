# Twins of the operators, for operands with a script's dunder methods.
# Native hooks: `_vm.type_lookup(cls, name)`: what the class's MRO binds to the name, unbound, or None; `_vm.binary(symbol, a, b)`,
# `_vm.compare(symbol, a, b)` and `_vm.unary(symbol, a)`: what the built-in types do, or the TypeError (never deferred).

from _vm import type_lookup, special, binary, compare, unary

# symbol -> (method, reflected method, what the message calls it)
_METHODS = {
    '+': ('__add__', '__radd__', '+'),
    '-': ('__sub__', '__rsub__', '-'),
    '*': ('__mul__', '__rmul__', '*'),
    '/': ('__truediv__', '__rtruediv__', '/'),
    '//': ('__floordiv__', '__rfloordiv__', '//'),
    '%': ('__mod__', '__rmod__', '%'),
    '**': ('__pow__', '__rpow__', '** or pow()'),
    '@': ('__matmul__', '__rmatmul__', '@'),
    '<<': ('__lshift__', '__rlshift__', '<<'),
    '>>': ('__rshift__', '__rrshift__', '>>'),
    '&': ('__and__', '__rand__', '&'),
    '|': ('__or__', '__ror__', '|'),
    '^': ('__xor__', '__rxor__', '^'),
}

_INPLACE = {
    '+': '__iadd__', '-': '__isub__', '*': '__imul__', '/': '__itruediv__', '//': '__ifloordiv__', '%': '__imod__',
    '**': '__ipow__', '@': '__imatmul__', '<<': '__ilshift__', '>>': '__irshift__', '&': '__iand__', '|': '__ior__',
    '^': '__ixor__',
}

# symbol -> (method, the method asked of the other side)
_COMPARISONS = {
    '<': ('__lt__', '__gt__'),
    '<=': ('__le__', '__ge__'),
    '==': ('__eq__', '__eq__'),
    '!=': ('__ne__', '__ne__'),
    '>': ('__gt__', '__lt__'),
    '>=': ('__ge__', '__le__'),
}

_UNARY = {'-': '__neg__', '+': '__pos__', '~': '__invert__'}


def binary_op(symbol, a, b):
    name, reflected, _ = _METHODS[symbol]
    result = _try_both(type(a), type(b), a, b, name, reflected)
    if result is NotImplemented:
        return binary(symbol, a, b)
    return result


def _try_both(ta, tb, a, b, name, reflected):
    left = type_lookup(ta, name)
    right = None
    if ta is not tb:
        right = type_lookup(tb, reflected)
        # A subclass on the right goes first when it overrides the reflected method.
        if right is not None and issubclass(tb, ta) and type_lookup(ta, reflected) is not right:
            result = special(b, reflected)(a)
            if result is not NotImplemented:
                return result
            right = None
    if left is not None:
        result = special(a, name)(b)
        if result is not NotImplemented:
            return result
    if right is not None:
        return special(b, reflected)(a)
    return NotImplemented


def inplace_op(symbol, a, b):
    method = special(a, _INPLACE[symbol])
    if method is not None:
        result = method(b)
        if result is not NotImplemented:
            return result
    name, reflected, _ = _METHODS[symbol]
    result = _try_both(type(a), type(b), a, b, name, reflected)
    if result is NotImplemented:
        return binary(symbol + '=', a, b)
    return result


def compare_op(symbol, a, b):
    name, swapped = _COMPARISONS[symbol]
    ta = type(a)
    tb = type(b)
    tried = False
    if ta is not tb and issubclass(tb, ta) and type_lookup(tb, swapped) is not None:
        tried = True
        result = special(b, swapped)(a)
        if result is not NotImplemented:
            return result
    method = special(a, name)
    if method is not None:
        result = method(b)
        if result is not NotImplemented:
            return result
    if not tried:
        method = special(b, swapped)
        if method is not None:
            result = method(a)
            if result is not NotImplemented:
                return result
    if symbol == '==':
        return a is b
    if symbol == '!=':
        return a is not b
    return compare(symbol, a, b)


def object_ne(self, other):
    # object.__ne__: the opposite of a script's __eq__.
    result = special(self, '__eq__')(other)
    if result is NotImplemented:
        return result
    return not result


def unary_op(symbol, a):
    method = special(a, _UNARY[symbol])
    if method is None:
        return unary(symbol, a)
    return method()


def divmod(a, b):
    result = _try_both(type(a), type(b), a, b, '__divmod__', '__rdivmod__')
    if result is NotImplemented:
        return binary('divmod()', a, b)
    return result


def pow(base, exp, mod=None):
    if mod is None:
        return binary_op('**', base, exp)
    method = special(base, '__pow__')
    if method is not None:
        result = method(exp, mod)
        if result is not NotImplemented:
            return result
    raise TypeError("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'"
                    % (type(base).__name__, type(exp).__name__, type(mod).__name__))


def truth(obj):
    # bool(obj)
    method = special(obj, '__bool__')
    if method is not None:
        result = method()
        if result is not True and result is not False:
            raise TypeError('__bool__ should return bool, returned %s' % type(result).__name__)
        return result
    if special(obj, '__len__') is not None:
        return length(obj) != 0
    return True


def length(obj):
    # len(obj)
    method = special(obj, '__len__')
    if method is None:
        raise TypeError("object of type '%s' has no len()" % type(obj).__name__)
    result = as_index(method())
    if result < 0:
        raise ValueError('__len__() should return >= 0')
    return result


def as_index(obj):
    # operator.index(obj)
    if isinstance(obj, int):
        return obj
    method = special(obj, '__index__')
    if method is None:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(obj).__name__)
    result = method()
    if not isinstance(result, int):
        raise TypeError('__index__ returned non-int (type %s)' % type(result).__name__)
    return result


def hash_of(obj):
    method = special(obj, '__hash__')
    if method is None:
        raise TypeError("unhashable type: '%s'" % type(obj).__name__)
    result = method()
    if not isinstance(result, int):
        raise TypeError('__hash__ method should return an integer')
    # What fits into 64 bits is taken as it is; -1 stands for an error inside CPython.
    if -0x8000000000000000 <= result <= 0x7fffffffffffffff:
        return -2 if result == -1 else int(result)
    return hash(int(result))


def absolute(obj):
    # abs(obj)
    method = special(obj, '__abs__')
    if method is None:
        raise TypeError("bad operand type for abs(): '%s'" % type(obj).__name__)
    return method()


def round(number, ndigits=None):
    method = special(number, '__round__')
    if method is None:
        raise TypeError("type %s doesn't define __round__ method" % type(number).__name__)
    return method() if ndigits is None else method(ndigits)


def to_bin(obj):
    return bin(as_index(obj))


def to_oct(obj):
    return oct(as_index(obj))


def to_hex(obj):
    return hex(as_index(obj))


def to_chr(obj):
    return chr(as_index(obj))


def round_to(self, ndigits):
    return self.__round__(as_index(ndigits))


def to_bytes(self, length=1, byteorder='big', signed=False):
    return self.to_bytes(as_index(length), byteorder, signed=bool(signed))


def repeat(self, count):
    # sequence * count
    return self * as_index(count)


def to_int(obj, base=None):
    # int(obj)
    if base is not None:
        return int(obj, as_index(base))
    for name in ('__int__', '__index__', '__trunc__'):
        method = special(obj, name)
        if method is not None:
            result = method()
            if not isinstance(result, int):
                raise TypeError('%s returned non-int (type %s)' % (name, type(result).__name__))
            return int(result)
    raise TypeError("int() argument must be a string, a bytes-like object or a real number, not '%s'"
                    % type(obj).__name__)


def to_float(obj):
    # float(obj)
    method = special(obj, '__float__')
    if method is not None:
        result = method()
        if not isinstance(result, float):
            raise TypeError('%s.__float__ returned non-float (type %s)' % (type(obj).__name__, type(result).__name__))
        return float(result)
    if special(obj, '__index__') is not None:
        return float(as_index(obj))
    raise TypeError("float() argument must be a string or a real number, not '%s'" % type(obj).__name__)


def to_complex(real=0, imag=0):
    return complex(_complex_part(real), _complex_part(imag))


def _complex_part(obj):
    method = special(obj, '__complex__')
    if method is not None:
        return method()
    return obj if isinstance(obj, (int, float)) else to_float(obj)


# ---- subscripts and membership ----

def getitem(obj, key):
    method = special(obj, '__getitem__')
    if method is not None:
        return method(key)
    if isinstance(obj, type):
        method = getattr(obj, '__class_getitem__', None)
        if method is not None:
            return method(key)
        raise TypeError("type '%s' is not subscriptable" % obj.__name__)
    raise TypeError("'%s' object is not subscriptable" % type(obj).__name__)


def setitem(obj, key, value):
    method = special(obj, '__setitem__')
    if method is None:
        raise TypeError("'%s' object does not support item assignment" % type(obj).__name__)
    method(key, value)


def delitem(obj, key):
    method = special(obj, '__delitem__')
    if method is None:
        raise TypeError("'%s' object doesn't support item deletion" % type(obj).__name__)
    method(key)


def contains_op(value, container):
    # value in container
    method = special(container, '__contains__')
    if method is not None:
        return bool(method(value))
    if type_lookup(type(container), '__iter__') is None and type_lookup(type(container), '__getitem__') is None:
        raise TypeError("argument of type '%s' is not iterable" % type(container).__name__)
    for item in container:
        if item is value or item == value:
            return True
    return False


def negated(obj):
    # not obj
    return not truth(obj)


# ---- calls and raising ----

def call_spread(function, items, keywords):
    # function(*items, **keywords), where script code gives the items.
    args = []
    for item in items:
        args.append(item)
    if keywords is None:
        return function(*tuple(args))
    return function(*tuple(args), **keywords)


def raise_class(exception, *cause):
    # raise exception [from cause], where either is a class with a constructor of its own.
    raised = _exception_of(exception)
    if cause:
        raise raised from _exception_of(cause[0])
    raise raised


def _exception_of(exception):
    if not isinstance(exception, type):
        return exception
    made = exception()
    if not isinstance(made, BaseException):
        raise TypeError('calling %r should have returned an instance of BaseException, not %r'
                        % (exception, type(made)))
    return made
