# decimal: decimal fractions with a chosen precision. [hidden: native code in CPython]. No native hooks.
# Logarithms, exponentials and signals that are only flagged are left out.

import threading

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException',
           'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow',
           'FloatOperation', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP',
           'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext', 'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN']

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999


class DecimalException(ArithmeticError):
    """Base of the exceptions of decimals."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """The operation has no result."""


class ConversionSyntax(InvalidOperation):
    """The text is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """Division of a number by zero."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Division of zero by zero."""


class DivisionImpossible(InvalidOperation):
    """The whole quotient has too many digits."""


class Inexact(DecimalException):
    """Digits were lost."""


class Rounded(Inexact):
    """Digits were dropped."""


class Subnormal(DecimalException):
    """The exponent is very small."""


class Overflow(Inexact):
    """The exponent is too large."""


class Underflow(Inexact):
    """The exponent is too small."""


class FloatOperation(DecimalException, TypeError):
    """A float was mixed with decimals."""


class Context:
    """Precision and rounding."""

    def __init__(self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None,
                 traps=None):
        self.prec = prec
        self.rounding = rounding
        self.Emin = Emin
        self.Emax = Emax
        self.capitals = capitals
        self.clamp = clamp
        self.flags = {} if flags is None else flags
        self.traps = {} if traps is None else traps

    def __setattr__(self, name, value):
        if name == 'prec' and not 1 <= value <= MAX_PREC:
            raise ValueError('valid range for prec is [1, MAX_PREC]')
        if name == 'rounding' and value not in __all__:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, name, value)

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, dict(self.flags),
                       dict(self.traps))

    __copy__ = copy

    def create_decimal(self, num='0'):
        return _fix(Decimal(num), self)

    def sqrt(self, a):
        return Decimal(a).sqrt(self)

    def divide(self, a, b):
        return _divide(Decimal(a), Decimal(b), self)

    def clear_flags(self):
        self.flags.clear()

    def __repr__(self):
        return ('Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[], '
                'traps=[InvalidOperation, DivisionByZero, Overflow])'
                % (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp))


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP)
ExtendedContext = Context(9, ROUND_HALF_EVEN)
_threads = threading.local()


def getcontext():
    """The context of this thread."""
    try:
        return _threads.context
    except AttributeError:
        _threads.context = context = DefaultContext.copy()
        return context


def setcontext(context):
    """Give this thread another context."""
    _threads.context = context


class _Local:
    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc_info):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    """Another context during a block."""
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        setattr(context, name, value)
    return _Local(context)


def DecimalTuple(sign, digits, exponent):
    """Sign, digits and exponent as a named tuple."""
    from collections import namedtuple
    global DecimalTuple
    DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
    return DecimalTuple(sign, digits, exponent)


# ---- rounding: `drop` digits off the end of a coefficient ----

def _shortened(sign, coefficient, drop, rounding):
    unit = 10 ** drop
    quotient, rest = divmod(coefficient, unit)
    if not rest:
        return quotient
    half = (rest * 2 > unit) - (rest * 2 < unit)
    if rounding == ROUND_HALF_EVEN:
        up = half > 0 or half == 0 and quotient % 2
    elif rounding == ROUND_HALF_UP:
        up = half >= 0
    elif rounding == ROUND_HALF_DOWN:
        up = half > 0
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = bool(sign)
    else:
        up = quotient % 5 == 0
    return quotient + 1 if up else quotient


def _make(sign, coefficient, exponent, special=None):
    self = object.__new__(Decimal)
    self._sign = sign
    self._int = coefficient
    self._exp = exponent
    self._special = special
    return self


def _fix(number, context=None):
    # Round to the precision of the context.
    if number._special:
        return number
    context = context or getcontext()
    excess = len(str(number._int)) - context.prec
    if excess <= 0:
        return number
    coefficient = _shortened(number._sign, number._int, excess, context.rounding)
    exponent = number._exp + excess
    if len(str(coefficient)) > context.prec:
        coefficient //= 10
        exponent += 1
    return _make(number._sign, coefficient, exponent)


def _invalid(kind=InvalidOperation):
    raise InvalidOperation([kind])


def _divide(a, b, context=None):
    context = context or getcontext()
    sign = a._sign ^ b._sign
    if a._special or b._special:
        if 'NaN' in (a._special, b._special):
            return _make(0, 0, 0, 'NaN')
        if a._special and b._special:
            _invalid()
        return _make(sign, 0, 0, 'Infinity') if a._special else _make(sign, 0, 0)
    if not b._int:
        if not a._int:
            _invalid(DivisionUndefined)
        raise DivisionByZero([DivisionByZero])
    ideal = a._exp - b._exp
    if not a._int:
        return _make(sign, 0, ideal)
    shift = max(len(str(b._int)) - len(str(a._int)) + context.prec + 1, 0)
    quotient, rest = divmod(a._int * 10 ** shift, b._int)
    exponent = ideal - shift
    if rest:
        # A last digit that is neither 0 nor 5 keeps the rounding right.
        if quotient % 5 == 0:
            quotient += 1
    else:
        while exponent < ideal and quotient % 10 == 0:
            quotient //= 10
            exponent += 1
    return _fix(_make(sign, quotient, exponent), context)


class Decimal:
    """A decimal number."""

    __slots__ = ('_sign', '_int', '_exp', '_special')

    def __new__(cls, value='0', context=None):
        if isinstance(value, Decimal):
            parts = value._sign, value._int, value._exp, value._special
        elif isinstance(value, int):
            parts = int(value < 0), abs(int(value)), 0, None
        elif isinstance(value, float):
            parts = _parts_of_float(value)
        elif isinstance(value, str):
            parts = _parse(value)
        elif isinstance(value, (tuple, list)):
            sign, digits, exponent = value
            parts = sign, int(''.join([str(digit) for digit in digits]) or '0'), exponent, None
        else:
            raise TypeError('conversion from %s to Decimal is not supported' % type(value).__name__)
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._special = parts
        return self

    @classmethod
    def from_float(cls, f):
        return cls(f)

    # ---- text ----

    def __str__(self):
        sign = '-' if self._sign else ''
        if self._special:
            return sign + self._special
        digits = str(self._int)
        adjusted = self._exp + len(digits) - 1
        if self._exp <= 0 and adjusted >= -6:
            return sign + _plain(digits, self._exp)
        text = digits[0] + ('.' + digits[1:] if len(digits) > 1 else '')
        return '%s%sE%+d' % (sign, text, adjusted)

    def __repr__(self):
        return "Decimal('%s')" % self

    def __format__(self, spec):
        if not spec:
            return str(self)
        kind = spec[-1] if spec[-1].isalpha() or spec[-1] == '%' else ''
        body = spec[:-1] if kind else spec
        head, dot, places = body.partition('.')
        number = self
        if kind == '%':
            number = _make(self._sign, self._int, self._exp + 2, self._special)
        if kind in ('f', 'F', '%') or not kind and dot == '' and ',' in head:
            if dot:
                number = number.quantize(_make(0, 1, -int(places)), getcontext().rounding)
            text = _plain(str(number._int), number._exp) if not number._special else number._special
        elif kind in ('e', 'E'):
            digits = str(self._int)
            if dot:
                rounded = _fix(self, Context(int(places) + 1))
                digits = str(rounded._int).ljust(int(places) + 1, '0')
                adjusted = rounded._exp + len(str(rounded._int)) - 1
            else:
                adjusted = self._exp + len(digits) - 1
            text = '%s%s%s%+d' % (digits[0], '.' + digits[1:] if len(digits) > 1 else '', kind, adjusted)
        elif kind in ('', 'g', 'G'):
            if dot:
                number = _fix(self, Context(max(int(places), 1)))
            text = str(number).lstrip('-')
        else:
            raise ValueError('invalid format string')
        return _padded(text + ('%' if kind == '%' else ''), bool(number._sign), head)

    def to_eng_string(self, context=None):
        return str(self)

    def as_tuple(self):
        digits = tuple([int(digit) for digit in str(self._int)])
        if self._special:
            return DecimalTuple(self._sign, (0,) if self._special == 'Infinity' else (),
                                'F' if self._special == 'Infinity' else 'n')
        return DecimalTuple(self._sign, digits, self._exp)

    # ---- arithmetic ----

    def _aligned(self, other):
        # Signed coefficients with one exponent.
        exponent = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - exponent)
        b = other._int * 10 ** (other._exp - exponent)
        return -a if self._sign else a, -b if other._sign else b, exponent

    def _add(self, other):
        if self._special or other._special:
            if 'NaN' in (self._special, other._special):
                return _make(0, 0, 0, 'NaN')
            if self._special and other._special and self._sign != other._sign:
                _invalid()
            return self if self._special else other
        a, b, exponent = self._aligned(other)
        total = a + b
        negative = total < 0 or total == 0 and self._sign and other._sign
        return _fix(_make(int(bool(negative)), abs(total), exponent))

    def __add__(self, other):
        other = _number(other)
        return other if other is NotImplemented else self._add(other)

    __radd__ = __add__

    def __sub__(self, other):
        other = _number(other)
        return other if other is NotImplemented else self._add(other.copy_negate())

    def __rsub__(self, other):
        other = _number(other)
        return other if other is NotImplemented else other._add(self.copy_negate())

    def __mul__(self, other):
        other = _number(other)
        if other is NotImplemented:
            return other
        sign = self._sign ^ other._sign
        if self._special or other._special:
            if 'NaN' in (self._special, other._special):
                return _make(0, 0, 0, 'NaN')
            if not self._special and not self._int or not other._special and not other._int:
                _invalid()
            return _make(sign, 0, 0, 'Infinity')
        return _fix(_make(sign, self._int * other._int, self._exp + other._exp))

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _number(other)
        return other if other is NotImplemented else _divide(self, other)

    def __rtruediv__(self, other):
        other = _number(other)
        return other if other is NotImplemented else _divide(other, self)

    def _divmod(self, other):
        # The quotient is cut towards zero; the rest has the sign of the dividend.
        if self._special or other._special:
            _invalid()
        if not other._int:
            if self._int:
                raise DivisionByZero([DivisionByZero])
            _invalid(DivisionUndefined)
        a, b, exponent = self._aligned(other)
        quotient, rest = divmod(abs(a), abs(b))
        return (_make(self._sign ^ other._sign, quotient, 0), _fix(_make(self._sign, rest, exponent)))

    def __floordiv__(self, other):
        other = _number(other)
        return other if other is NotImplemented else self._divmod(other)[0]

    def __rfloordiv__(self, other):
        other = _number(other)
        return other if other is NotImplemented else other._divmod(self)[0]

    def __mod__(self, other):
        other = _number(other)
        if other is NotImplemented:
            return other
        if not other._int and not other._special:
            _invalid(InvalidOperation)
        return self._divmod(other)[1]

    def __rmod__(self, other):
        other = _number(other)
        return other if other is NotImplemented else other % self

    def __divmod__(self, other):
        other = _number(other)
        return other if other is NotImplemented else self._divmod(other)

    def __pow__(self, other, modulo=None):
        other = _number(other)
        if other is NotImplemented:
            return other
        if other._special or other != other.to_integral_value():
            if other == Decimal('0.5'):
                return self.sqrt()
            raise NotImplementedError('powers of Decimal with a fraction are not supported by gilscope')
        n = int(other)
        if n < 0:
            if self._special:
                return _make(self._sign & n & 1, 0, 0)
            return _divide(Decimal(1), _make(self._sign & n & 1, self._int ** -n, self._exp * -n))
        if not n:
            if not self._int and not self._special:
                _invalid()
            return Decimal(1)
        return _fix(_make(self._sign & n & 1, self._int ** n, self._exp * n))

    def __rpow__(self, other):
        other = _number(other)
        return other if other is NotImplemented else other ** self

    def __neg__(self):
        if not self._int and not self._special:
            return _fix(_make(0, 0, self._exp))
        return _fix(self.copy_negate())

    def __pos__(self):
        return _fix(self)

    def __abs__(self):
        return _fix(self.copy_abs())

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._special)

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._special)

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._sign and self._int:
            _invalid()
        if self._special or not self._int:
            return self if self._special else _make(self._sign, 0, self._exp // 2)
        from math import isqrt
        exponent = self._exp
        coefficient = self._int
        if exponent % 2:
            coefficient *= 10
            exponent -= 1
        digits = (len(str(coefficient)) + 1) // 2
        shift = max(context.prec + 1 - digits, 0)
        scaled = coefficient * 100 ** shift
        root = isqrt(scaled)
        exponent = exponent // 2 - shift
        if root * root != scaled:
            if root % 5 == 0:
                root += 1
        else:
            while exponent < self._exp // 2 and root % 10 == 0:
                root //= 10
                exponent += 1
        return _fix(_make(0, root, exponent), Context(context.prec))

    # ---- other forms ----

    def quantize(self, exp, rounding=None, context=None):
        exp = _number(exp)
        if self._special or exp._special:
            if self._special and exp._special:
                return self
            _invalid()
        context = context or getcontext()
        drop = exp._exp - self._exp
        if drop <= 0:
            coefficient = self._int * 10 ** -drop
        else:
            coefficient = _shortened(self._sign, self._int, drop, rounding or context.rounding)
        if len(str(coefficient)) > context.prec:
            _invalid()
        return _make(self._sign, coefficient, exp._exp)

    def normalize(self, context=None):
        number = _fix(self, context)
        if number._special:
            return number
        if not number._int:
            return _make(number._sign, 0, 0)
        coefficient = number._int
        exponent = number._exp
        while coefficient % 10 == 0:
            coefficient //= 10
            exponent += 1
        return _make(number._sign, coefficient, exponent)

    def to_integral_value(self, rounding=None, context=None):
        if self._special or self._exp >= 0:
            return self
        rounding = rounding or (context or getcontext()).rounding
        return _make(self._sign, _shortened(self._sign, self._int, -self._exp, rounding), 0)

    to_integral = to_integral_value
    to_integral_exact = to_integral_value

    def adjusted(self):
        return 0 if self._special else self._exp + len(str(self._int)) - 1

    def scaleb(self, other):
        return _make(self._sign, self._int, self._exp + int(other), self._special)

    def _integer(self, rounding):
        if self._special:
            if self._special == 'NaN':
                raise ValueError('cannot convert NaN to integer')
            raise OverflowError('cannot convert Infinity to integer')
        number = self.to_integral_value(rounding)
        value = number._int * 10 ** number._exp
        return -value if self._sign else value

    def __int__(self):
        return self._integer(ROUND_DOWN)

    __trunc__ = __int__

    def __floor__(self):
        return self._integer(ROUND_FLOOR)

    def __ceil__(self):
        return self._integer(ROUND_CEILING)

    def __round__(self, n=None):
        if n is None:
            return self._integer(ROUND_HALF_EVEN)
        return self.quantize(_make(0, 1, -n), ROUND_HALF_EVEN)

    def __float__(self):
        return float(str(self))

    def as_integer_ratio(self):
        from math import gcd
        if self._special:
            raise OverflowError('cannot convert Infinity to integer ratio')
        n = self._int * 10 ** max(self._exp, 0)
        d = 10 ** max(-self._exp, 0)
        common = gcd(n, d)
        return (-n if self._sign else n) // common, d // common

    def __bool__(self):
        return bool(self._special or self._int)

    def is_nan(self):
        return self._special == 'NaN'

    def is_infinite(self):
        return self._special == 'Infinity'

    def is_finite(self):
        return not self._special

    def is_zero(self):
        return not self._special and not self._int

    def is_signed(self):
        return bool(self._sign)

    # ---- comparison ----

    def _compare(self, other):
        # -1, 0 or 1; None when NaN is there.
        if 'NaN' in (self._special, other._special):
            return None
        a = (-1 if self._sign else 1) if self._special else 0
        b = (-1 if other._sign else 1) if other._special else 0
        if not (a or b):
            a, b, _ = self._aligned(other)
        return (a > b) - (a < b)

    def _ordered(self, other):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        result = self._compare(other)
        if result is None:
            _invalid()
        return result

    def compare(self, other, context=None):
        result = self._compare(_number(other))
        return _make(0, 0, 0, 'NaN') if result is None else Decimal(result)

    def __eq__(self, other):
        other = _comparable(other)
        return other if other is NotImplemented else self._compare(other) == 0

    def __lt__(self, other):
        result = self._ordered(other)
        return result if result is NotImplemented else result < 0

    def __le__(self, other):
        result = self._ordered(other)
        return result if result is NotImplemented else result <= 0

    def __gt__(self, other):
        result = self._ordered(other)
        return result if result is NotImplemented else result > 0

    def __ge__(self, other):
        result = self._ordered(other)
        return result if result is NotImplemented else result >= 0

    def max(self, other, context=None):
        other = _number(other)
        return _fix(other if self < other else self)

    def min(self, other, context=None):
        other = _number(other)
        return _fix(self if self < other else other)

    def __hash__(self):
        if self._special:
            return hash(float(str(self)))
        # Equal numbers of all types have one hash: the fraction modulo 2**61 - 1.
        prime = 2305843009213693951
        n, d = self.as_integer_ratio()
        value = abs(n) * pow(d, prime - 2, prime) % prime
        return -value if n < 0 else value

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def _refuse(self, *args):
        raise NotImplementedError('logarithms and exponentials of Decimal are not supported by gilscope')

    ln = log10 = exp = _refuse

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self


def _number(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    return NotImplemented


def _comparable(value):
    if isinstance(value, float):
        return Decimal(value)
    return _number(value)


def _parts_of_float(value):
    if value != value:
        return 0, 0, 0, 'NaN'
    if value in (float('inf'), float('-inf')):
        return int(value < 0), 0, 0, 'Infinity'
    n, d = abs(value).as_integer_ratio()
    power = d.bit_length() - 1
    negative = value < 0 or value == 0 and str(value)[0] == '-'
    return int(negative), n * 5 ** power, -power, None


def _parse(text):
    text = text.strip().replace('_', '')
    sign = int(text[:1] == '-')
    body = text[1:] if text[:1] in ('-', '+') else text
    lowered = body.lower()
    if lowered in ('inf', 'infinity'):
        return sign, 0, 0, 'Infinity'
    if lowered in ('nan', 'snan'):
        return sign, 0, 0, 'NaN'
    mantissa, mark, exponent = lowered.partition('e')
    whole, dot, fraction = mantissa.partition('.')
    digits = whole + fraction
    tail = exponent[1:] if exponent[:1] in ('-', '+') else exponent
    if not digits or not digits.isdigit() or mark and not tail.isdigit():
        _invalid(ConversionSyntax)
    return sign, int(digits), (int(exponent) if mark else 0) - len(fraction), None


def _plain(digits, exponent):
    # Digits with a point, without an exponent.
    if exponent >= 0:
        return digits + '0' * exponent if digits != '0' else '0'
    digits = digits.rjust(-exponent + 1, '0')
    return digits[:exponent] + '.' + digits[exponent:]


def _padded(text, negative, spec):
    # fill, alignment, sign, zero, width and comma
    fill = ' '
    align = ''
    if spec[1:2] and spec[1] in '<>=^':
        fill = spec[0]
        align = spec[1]
        spec = spec[2:]
    elif spec[:1] and spec[0] in '<>=^':
        align = spec[0]
        spec = spec[1:]
    plus = ''
    if spec[:1] and spec[0] in '+- ':
        plus = spec[0].strip('-')
        spec = spec[1:]
    if spec[:1] == '0':
        fill = '0'
        align = align or '='
        spec = spec[1:]
    separator = ''
    if spec[-1:] and spec[-1] in ',_':
        separator = spec[-1]
        spec = spec[:-1]
    if separator:
        whole, dot, fraction = text.partition('.')
        text = format(int(whole), separator) + dot + fraction
    sign = '-' if negative else plus
    missing = int(spec or '0') - len(sign) - len(text)
    if missing <= 0:
        return sign + text
    if align == '=':
        return sign + fill * missing + text
    if align == '<':
        return sign + text + fill * missing
    if align == '^':
        return fill * (missing // 2) + sign + text + fill * (missing - missing // 2)
    return fill * missing + sign + text
