# datetime: dates and times of day. [hidden: native code in CPython]
# Native hooks: `time` (time, localtime, strftime, tzname).

import time as _time

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC']

MINYEAR = 1
MAXYEAR = 9999
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYNAMES = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHNAMES = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_FULL_DAYNAMES = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_FULL_MONTHNAMES = ('', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
                    'October', 'November', 'December')
_absent = object()


# ---- counting days: day 1 is 1 January of year 1 ----

def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS[month]


def _day_of_year(year, month, day):
    return _BEFORE[month] + (month > 2 and _is_leap(year)) + day


def _to_ordinal(year, month, day):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + _day_of_year(year, month, day)


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 1
    while n >= _days_in_month(year, month):
        n -= _days_in_month(year, month)
        month += 1
    return year, month, n + 1


def _index(value):
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__) from None


def _check_date(year, month, day):
    year = _index(year)
    month = _index(month)
    day = _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError('year %d is out of range' % year)
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour = _index(hour)
    minute = _index(minute)
    second = _index(second)
    microsecond = _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond


def _check_tz(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


def _round_half_even(value):
    whole = int(value // 1)
    rest = value - whole
    if rest > 0.5 or rest == 0.5 and whole % 2:
        whole += 1
    return whole


class timedelta:
    """A length of time, in days, seconds and microseconds."""

    __slots__ = ('_days', '_seconds', '_microseconds')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        # Everything becomes microseconds; the fractions are added up before they are rounded once.
        total = 0
        fraction = 0.0
        for value, unit in ((days, 86400000000), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000),
                            (minutes, 60000000), (hours, 3600000000), (weeks, 604800000000)):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                rest = (value - whole) * unit
                total += int(rest)
                fraction += rest - int(rest)
            else:
                raise TypeError('unsupported type for timedelta %s component: %s' % (
                    ('days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks')[
                        (86400000000, 1000000, 1, 1000, 60000000, 3600000000, 604800000000).index(unit)],
                    type(value).__name__))
        if fraction:
            # Half of a microsecond goes to the even one.
            if total % 2:
                total += _round_half_even(fraction + 1) - 1
            else:
                total += _round_half_even(fraction)
        return _delta(total, cls)

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        """The length in seconds."""
        return self._total() / 1000000

    def __repr__(self):
        parts = []
        if self._days:
            parts.append('days=%d' % self._days)
        if self._seconds:
            parts.append('seconds=%d' % self._seconds)
        if self._microseconds:
            parts.append('microseconds=%d' % self._microseconds)
        return '%s(%s)' % (_type_name(self), ', '.join(parts) or '0')

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = '%d:%02d:%02d' % (hours, minutes, seconds)
        if self._days:
            text = '%d day%s, %s' % (self._days, '' if abs(self._days) == 1 else 's', text)
        if self._microseconds:
            text += '.%06d' % self._microseconds
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _delta(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _delta(self._total() - other._total())
        return NotImplemented

    def __neg__(self):
        return _delta(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_divide_nearest(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return _delta(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return _delta(_divide_nearest(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_divide_nearest(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _delta(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._total(), other._total())
            return q, _delta(r)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._total() == other._total()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, timedelta):
            return self._total() < other._total()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, timedelta):
            return self._total() <= other._total()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, timedelta):
            return self._total() > other._total()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, timedelta):
            return self._total() >= other._total()
        return NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _divide_nearest(a, b):
    q, r = divmod(a, b)
    # Half goes to the even one.
    r *= 2
    if (r > b if b > 0 else r < b) or r == b and q % 2:
        q += 1
    return q


def _delta(total, cls=None):
    # From microseconds.
    days, rest = divmod(total, 86400000000)
    if not -999999999 <= days <= 999999999:
        raise OverflowError('days=%d; must have magnitude <= 999999999' % days)
    self = object.__new__(cls or timedelta)
    self._days = days
    self._seconds, self._microseconds = divmod(rest, 1000000)
    return self


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


def _type_name(obj):
    cls = type(obj)
    return '%s.%s' % (cls.__module__, cls.__qualname__)


class tzinfo:
    """Base of time zones."""

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        return dt + dt.utcoffset()


def _offset_text(offset, separator=':'):
    if offset is None:
        return ''
    total = offset._total()
    sign = '-' if total < 0 else '+'
    seconds, micro = divmod(abs(total), 1000000)
    text = '%s%02d%s%02d' % (sign, seconds // 3600, separator, seconds // 60 % 60)
    if seconds % 60 or micro:
        text += '%s%02d' % (separator, seconds % 60)
        if micro:
            text += '.%06d' % micro
    return text


class timezone(tzinfo):
    """A time zone with a fixed distance from UTC."""

    def __new__(cls, offset, name=_absent):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not %s' % type(offset).__name__)
        if name is _absent:
            if not offset and hasattr(cls, 'utc'):
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError('timezone() argument 2 must be str, not %s' % type(name).__name__)
        if not -86400000000 < offset._total() < 86400000000:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), '
                             'not %r.' % (offset,))
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __reduce__(self):
        return type(self), (self._offset,) if self._name is None else (self._offset, self._name)

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return '%s(%r)' % (_type_name(self), self._offset)
        return '%s(%r, %r)' % (_type_name(self), self._offset, self._name)

    def __str__(self):
        return self.tzname(None)

    def __deepcopy__(self, memo):
        return self


timezone.utc = UTC = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


# ---- formatting and parsing ----

def _strftime(obj, format, timetuple):
    # What time.strftime cannot know is put in before.
    result = []
    place = 0
    while place < len(format):
        character = format[place]
        place += 1
        if character != '%' or place == len(format):
            result.append(character)
            continue
        code = format[place]
        place += 1
        if code == 'f':
            result.append('%06d' % getattr(obj, 'microsecond', 0))
        elif code == 'z':
            result.append(_offset_text(_offset_of(obj), ''))
        elif code == ':' and format[place:place + 1] == 'z':
            place += 1
            result.append(_offset_text(_offset_of(obj)))
        elif code == 'Z':
            name = obj.tzname() if hasattr(obj, 'tzname') else None
            result.append((name or '').replace('%', '%%'))
        else:
            result.append('%' + code)
    return _time.strftime(''.join(result), timetuple)


def _offset_of(obj):
    return obj.utcoffset() if hasattr(obj, 'utcoffset') else None


def _clock_text(hour, minute, second, microsecond, timespec):
    formats = {'hours': '%02d', 'minutes': '%02d:%02d', 'seconds': '%02d:%02d:%02d',
               'milliseconds': '%02d:%02d:%02d.%03d', 'microseconds': '%02d:%02d:%02d.%06d'}
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    elif timespec == 'milliseconds':
        microsecond //= 1000
    if timespec not in formats:
        raise ValueError('Unknown timespec value')
    text = formats[timespec]
    return text % (hour, minute, second, microsecond)[:text.count('%')]


def _digits(text, begin, end):
    part = text[begin:end]
    if len(part) != end - begin or not (part.isascii() and part.isdigit()):
        raise ValueError
    return int(part)


def _parse_date(text):
    # 2024-01-31, 20240131
    if len(text) == 10 and text[4] == text[7] == '-':
        return _digits(text, 0, 4), _digits(text, 5, 7), _digits(text, 8, 10)
    if len(text) == 8:
        return _digits(text, 0, 4), _digits(text, 4, 6), _digits(text, 6, 8)
    raise ValueError


def _parse_clock(text):
    # 12, 12:30, 12:30:15, 12:30:15.123456 and a zone after it
    zone = None
    if text.endswith('Z'):
        zone = timezone.utc
        text = text[:-1]
    else:
        for place in range(len(text) - 1, 0, -1):
            if text[place] in '+-':
                hour, minute, second, micro, _ = _parse_clock(text[place + 1:])
                offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)
                zone = timezone(-offset if text[place] == '-' else offset)
                text = text[:place]
                break
    main, dot, fraction = text.replace(',', '.').partition('.')
    parts = main.split(':') if ':' in main else [main[i:i + 2] for i in range(0, len(main), 2)]
    if not 1 <= len(parts) <= 3 or dot and len(parts) != 3:
        raise ValueError
    values = [_digits(part, 0, 2) if len(part) == 2 else _digits('', 0, 1) for part in parts]
    values += [0] * (3 - len(values))
    micro = 0
    if dot:
        if not (fraction.isascii() and fraction.isdigit()):
            raise ValueError
        micro = int((fraction + '000000')[:6])
    return values[0], values[1], values[2], micro, zone


class date:
    """A day."""

    def __new__(cls, year, month=None, day=None):
        if type(year) is bytes and len(year) == 4:
            # As __reduce__ gives it.
            year, month, day = year[0] << 8 | year[1], year[2], year[3]
        if month is None:
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def today(cls):
        """The day it is."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t):
        """The day of a time in seconds since 1970."""
        moment = _time.localtime(t)
        return cls(moment[0], moment[1], moment[2])

    @classmethod
    def fromordinal(cls, n):
        """The day of that number, 1 January of year 1 being day 1."""
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        """The day written as 2024-01-31."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            parts = _parse_date(date_string)
        except ValueError:
            raise ValueError('Invalid isoformat string: %r' % date_string) from None
        return cls(*parts)

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def __repr__(self):
        return '%s(%d, %d, %d)' % (_type_name(self), self._year, self._month, self._day)

    def isoformat(self):
        """The day as 2024-01-31."""
        return '%04d-%02d-%02d' % (self._year, self._month, self._day)

    __str__ = isoformat

    def ctime(self):
        """The day as time.ctime() writes it."""
        return '%s %s %2d 00:00:00 %04d' % (_DAYNAMES[self.weekday()], _MONTHNAMES[self._month], self._day, self._year)

    def strftime(self, format):
        """The day in a format."""
        return _strftime(self, format, self.timetuple())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError('must be str, not %s' % type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def timetuple(self):
        """The day as a time tuple."""
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  _day_of_year(self._year, self._month, self._day), -1))

    def toordinal(self):
        """The number of the day, 1 January of year 1 being day 1."""
        return _to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        """0 for Monday to 6 for Sunday."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """1 for Monday to 7 for Sunday."""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """Year, week and day of the ISO calendar."""
        year = self._year
        first = _iso_week1_monday(year)
        week, day = divmod(self.toordinal() - first, 7)
        if week < 0:
            year -= 1
            week, day = divmod(self.toordinal() - _iso_week1_monday(year), 7)
        elif week >= 52 and self.toordinal() >= _iso_week1_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def replace(self, year=None, month=None, day=None):
        """The day with other parts."""
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def _key(self):
        return (self._year, self._month, self._day)

    def _other_key(self, other):
        # A date and a datetime do not compare.
        if isinstance(other, date) and not isinstance(other, datetime):
            return other._key()
        return None

    def __eq__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() == key

    def __lt__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() < key

    def __le__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() <= key

    def __gt__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() > key

    def __ge__(self, other):
        key = self._other_key(other)
        return NotImplemented if key is None else self._key() >= key

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other.days
        if not 1 <= n <= 3652059:
            raise OverflowError('date value out of range')
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), (bytes((self._year >> 8, self._year & 255, self._month, self._day)),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _iso_week1_monday(year):
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


class IsoCalendarDate(tuple):
    """Year, week and day of the ISO calendar."""

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % (self[0], self[1], self[2])


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _packed_clock(moment, fold):
    # Six bytes: hour, minute, second, microseconds.
    hour = moment._hour | 128 if fold else moment._hour
    return bytes((hour, moment._minute, moment._second)) + moment._microsecond.to_bytes(3, 'big')


def _unpacked_clock(data):
    return data[0] & 127, data[1], data[2], int.from_bytes(data[3:6], 'big'), data[0] >> 7


class time:
    """A time of day."""

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if type(hour) is bytes and len(hour) == 6:
            # As __reduce__ gives it, with the time zone.
            tzinfo = minute or None
            hour, minute, second, microsecond, fold = _unpacked_clock(hour)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    def __reduce_ex__(self, protocol):
        # The fold, which is in the highest bit, is known from protocol 4 on.
        data = _packed_clock(self, self._fold and protocol > 3)
        return type(self), (data,) if self._tzinfo is None else (data, self._tzinfo)

    @classmethod
    def fromisoformat(cls, time_string):
        """The time written as 12:30:15."""
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            return cls(*_parse_clock(time_string.removeprefix('T')))
        except ValueError:
            raise ValueError('Invalid isoformat string: %r' % time_string) from None

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def __repr__(self):
        parts = '%d, %d' % (self._hour, self._minute)
        if self._microsecond:
            parts += ', %d, %d' % (self._second, self._microsecond)
        elif self._second:
            parts += ', %d' % self._second
        if self._tzinfo is not None:
            parts += ', tzinfo=%r' % self._tzinfo
        if self._fold:
            parts += ', fold=1'
        return '%s(%s)' % (_type_name(self), parts)

    def isoformat(self, timespec='auto'):
        """The time as 12:30:15."""
        return (_clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
                + _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """The time in a format."""
        return _strftime(self, format, _time.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)))

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """The time with other parts."""
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _key(self):
        total = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        offset = self.utcoffset()
        return total if offset is None else total - offset._total()

    def _compare(self, other):
        if not isinstance(other, time):
            return None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._key() - other._key()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        result = self._compare(other)
        return NotImplemented if result is None else result < 0

    def __le__(self, other):
        result = self._compare(other)
        return NotImplemented if result is None else result <= 0

    def __gt__(self, other):
        result = self._compare(other)
        return NotImplemented if result is None else result > 0

    def __ge__(self, other):
        result = self._compare(other)
        return NotImplemented if result is None else result >= 0

    def __hash__(self):
        return hash(self._key())


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


class datetime(date):
    """A day and a time of day."""

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if type(year) is bytes and len(year) == 10:
            # As __reduce_ex__ gives it, with the time zone.
            tzinfo = month
            hour, minute, second, microsecond, fold = _unpacked_clock(year[4:])
            fold = year[2] >> 7
            year, month, day = year[0] << 8 | year[1], year[2] & 127, year[3]
        self = date.__new__(cls, year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    def __reduce_ex__(self, protocol):
        # The fold, which is in the highest bit of the month, is known from protocol 4 on.
        month = self._month | 128 if self._fold and protocol > 3 else self._month
        data = bytes((self._year >> 8, self._year & 255, month, self._day)) + _packed_clock(self, False)
        return type(self), (data,) if self._tzinfo is None else (data, self._tzinfo)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The moment of a time in seconds since 1970."""
        _check_tz(tz)
        whole, micro = divmod(_round_half_even(timestamp * 1000000) if isinstance(timestamp, float)
                              else timestamp * 1000000, 1000000)
        parts = (_time.localtime if tz is None else _time.gmtime)(whole)
        result = cls(parts[0], parts[1], parts[2], parts[3], parts[4], min(parts[5], 59), micro, tz)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def utcfromtimestamp(cls, t):
        """The moment in UTC, without a time zone."""
        import warnings
        warnings.warn('datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. '
                      'Use timezone-aware objects to represent datetimes in UTC: '
                      'datetime.datetime.fromtimestamp(timestamp, datetime.UTC).', DeprecationWarning, stacklevel=2)
        return cls.fromtimestamp(t, timezone.utc).replace(tzinfo=None)

    @classmethod
    def now(cls, tz=None):
        """The moment it is."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        """The moment it is, in UTC, without a time zone."""
        import warnings
        warnings.warn('datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. '
                      'Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).',
                      DeprecationWarning, stacklevel=2)
        return cls.fromtimestamp(_time.time(), timezone.utc).replace(tzinfo=None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """The moment of a day and a time."""
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        """The moment written as 2024-01-31T12:30:15."""
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            size = 10 if date_string[4:5] == '-' else 8
            parts = _parse_date(date_string[:size])
            clock = _parse_clock(date_string[size + 1:]) if len(date_string) > size else ()
        except ValueError:
            raise ValueError('Invalid isoformat string: %r' % date_string) from None
        return cls(*parts, *clock)

    @classmethod
    def strptime(cls, date_string, format):
        """The moment written in a format."""
        return cls(*_strptime(date_string, format))

    def timetuple(self):
        """The moment as a time tuple."""
        dst = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), _day_of_year(self._year, self._month, self._day),
                                  -1 if dst is None else 1 if dst else 0))

    def utctimetuple(self):
        """The moment in UTC as a time tuple."""
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _time.struct_time((moment._year, moment._month, moment._day, moment._hour, moment._minute, moment._second,
                                  moment.weekday(), _day_of_year(moment._year, moment._month, moment._day), 0))

    def timestamp(self):
        """The moment in seconds since 1970."""
        if self._tzinfo is None:
            seconds = _time.mktime((self._year, self._month, self._day, self._hour, self._minute, self._second, -1, -1, -1))
            return seconds + self._microsecond / 1e6
        return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()

    def date(self):
        """The day."""
        return date(self._year, self._month, self._day)

    def time(self):
        """The time of day."""
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time of day with its zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True,
                *, fold=None):
        """The moment with other parts."""
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, self._hour if hour is None else hour,
            self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold)

    __replace__ = replace

    def astimezone(self, tz=None):
        """The same moment in another zone; the local one by default."""
        if tz is None:
            tz = self._local_zone()
        _check_tz(tz)
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset()
        if offset is None:
            offset = self._local_zone().utcoffset(self)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def _local_zone(self):
        moment = _time.localtime(int(self.timestamp() // 1))
        return timezone(timedelta(seconds=moment.tm_gmtoff), moment.tm_zone)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def ctime(self):
        """The moment as time.ctime() writes it."""
        return '%s %s %2d %02d:%02d:%02d %04d' % (_DAYNAMES[self.weekday()], _MONTHNAMES[self._month], self._day,
                                                  self._hour, self._minute, self._second, self._year)

    def isoformat(self, sep='T', timespec='auto'):
        """The moment as 2024-01-31T12:30:15."""
        return ('%04d-%02d-%02d%s' % (self._year, self._month, self._day, sep)
                + _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
                + _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(sep=' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if parts[-1] == 0:
            del parts[-1]
            if parts[-1] == 0:
                del parts[-1]
        text = ', '.join([str(part) for part in parts])
        if self._tzinfo is not None:
            text += ', tzinfo=%r' % self._tzinfo
        if self._fold:
            text += ', fold=1'
        return '%s(%s)' % (_type_name(self), text)

    def _micros(self):
        # Microseconds since the beginning of year 1, in UTC if there is a zone.
        total = ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second
        total = total * 1000000 + self._microsecond
        offset = self.utcoffset()
        return total if offset is None else total - offset._total()

    def _compare(self, other):
        if not isinstance(other, datetime):
            return None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._micros() - other._micros()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._micros() == other._micros()

    def __lt__(self, other):
        result = self._compare(other)
        return NotImplemented if result is None else result < 0

    def __le__(self, other):
        result = self._compare(other)
        return NotImplemented if result is None else result <= 0

    def __gt__(self, other):
        result = self._compare(other)
        return NotImplemented if result is None else result > 0

    def __ge__(self, other):
        result = self._compare(other)
        return NotImplemented if result is None else result >= 0

    def __hash__(self):
        return hash(self._micros())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        clock = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        days, rest = divmod(self.toordinal() * 86400000000 + clock + other._total(), 86400000000)
        if not 1 <= days <= 3652059:
            raise OverflowError('date value out of range')
        seconds, micro = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(*_from_ordinal(days), hour, minute, second, micro, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._micros() - other._micros())


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


# ---- strptime ----

def _strptime(text, format):
    # Values by code, then a tuple for datetime().
    found = {}
    place = 0
    i = 0
    while i < len(format):
        character = format[i]
        i += 1
        if character.isspace():
            while place < len(text) and text[place].isspace():
                place += 1
            continue
        if character != '%':
            if text[place:place + 1] != character:
                _no_match(text, format)
            place += 1
            continue
        if i == len(format):
            raise ValueError("stray %% in format '%s'" % format)
        code = format[i]
        i += 1
        expanded = {'T': '%H:%M:%S', 'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'R': '%H:%M', 'c': '%a %b %d %H:%M:%S %Y',
                    'x': '%m/%d/%y', 'X': '%H:%M:%S'}.get(code)
        if expanded is not None:
            format = format[:i - 2] + expanded + format[i:]
            i -= 2
            continue
        place = _strptime_field(text, format, place, code, found)
    if place != len(text):
        raise ValueError('unconverted data remains: ' + text[place:])
    hour = found.get('H', 0)
    if 'I' in found:
        hour = found['I'] % 12 + (12 if found.get('p') else 0)
    year = found.get('Y', 1900)
    month = found.get('m', 1)
    day = found.get('d', 1)
    if 'j' in found and 'm' not in found:
        year, month, day = _from_ordinal(_to_ordinal(year, 1, 1) + found['j'] - 1)
    return year, month, day, hour, found.get('M', 0), found.get('S', 0), found.get('f', 0), found.get('z')


def _no_match(text, format):
    raise ValueError('time data %r does not match format %r' % (text, format))


_WIDTHS = {'Y': 4, 'm': 2, 'd': 2, 'H': 2, 'I': 2, 'M': 2, 'S': 2, 'y': 2, 'j': 3, 'w': 1, 'u': 1}
_RANGES = {'m': (1, 12), 'd': (1, 31), 'H': (0, 23), 'I': (1, 12), 'M': (0, 59), 'S': (0, 61), 'j': (1, 366),
           'Y': (0, 9999), 'y': (0, 99), 'w': (0, 6), 'u': (1, 7)}


def _strptime_field(text, format, place, code, found):
    if code == '%':
        if text[place:place + 1] != '%':
            _no_match(text, format)
        return place + 1
    if code in _WIDTHS:
        end = place
        while end < len(text) and end - place < _WIDTHS[code] and text[end] in '0123456789':
            end += 1
        low, high = _RANGES[code]
        while end > place and not low <= int(text[place:end]) <= high:
            end -= 1
        if end == place or code == 'Y' and end - place != 4:
            _no_match(text, format)
        value = int(text[place:end])
        if code == 'y':
            code = 'Y'
            value += 2000 if value <= 68 else 1900
        found[code] = value
        return end
    if code == 'f':
        end = place
        while end < len(text) and end - place < 6 and text[end] in '0123456789':
            end += 1
        if end == place:
            _no_match(text, format)
        found['f'] = int((text[place:end] + '000000')[:6])
        return end
    if code == 'z':
        return _strptime_zone(text, format, place, found)
    if code == 'Z':
        end = place
        while end < len(text) and text[end].isalpha():
            end += 1
        return end
    names = {'b': _MONTHNAMES, 'B': _FULL_MONTHNAMES, 'a': _DAYNAMES, 'A': _FULL_DAYNAMES, 'p': ('AM', 'PM'),
             'h': _MONTHNAMES}.get(code)
    if names is None:
        raise ValueError("'%s' is a bad directive in format '%s'" % (code, format))
    rest = text[place:].lower()
    for number, name in enumerate(names):
        if name and rest.startswith(name.lower()):
            found['m' if code in 'bBh' else code] = number
            return place + len(name)
    _no_match(text, format)


def _strptime_zone(text, format, place, found):
    if text[place:place + 1] == 'Z':
        found['z'] = timezone.utc
        return place + 1
    sign = text[place:place + 1]
    digits = text[place + 1:place + 6].replace(':', '')[:4]
    if sign not in ('+', '-') or len(digits) != 4 or not digits.isdigit():
        _no_match(text, format)
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    found['z'] = timezone(-offset if sign == '-' else offset)
    return place + (6 if text[place + 3:place + 4] == ':' else 5)
