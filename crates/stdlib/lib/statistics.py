# statistics: means and spreads. Native hooks: `math`.

import math

__all__ = ['StatisticsError', 'fmean', 'mean', 'geometric_mean', 'harmonic_mean', 'median', 'median_high', 'median_low',
           'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    """There are not enough data."""


def _exact_sum(data):
    # Numerator and denominator of the sum: floats are fractions, so nothing is lost.
    numerator = 0
    denominator = 1
    for value in data:
        n, d = value.as_integer_ratio()
        if d == denominator:
            numerator += n
        else:
            numerator = numerator * d + n * denominator
            denominator *= d
            common = math.gcd(numerator, denominator)
            numerator //= common
            denominator //= common
    return numerator, denominator


def _quotient(numerator, denominator, kind):
    if kind is int:
        whole, rest = divmod(numerator, denominator)
        if not rest:
            return whole
    return numerator / denominator


def _kind(data):
    return int if all([isinstance(value, int) for value in data]) else float


def _check_floats(data):
    # Infinities and NaN have no ratio.
    return all([math.isfinite(value) for value in data])


def mean(data):
    """The arithmetic mean."""
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    if not _check_floats(data):
        return sum(data) / len(data)
    numerator, denominator = _exact_sum(data)
    return _quotient(numerator, denominator * len(data), _kind(data))


def fmean(data, weights=None):
    """The arithmetic mean, as a float."""
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return math.fsum([value * weight for value, weight in zip(data, weights)]) / total


def geometric_mean(data):
    """The geometric mean."""
    data = list(data)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    if any([value < 0 for value in data]):
        raise StatisticsError('No negative inputs allowed')
    if any([value == 0 for value in data]):
        return 0.0
    return math.exp(math.fsum([math.log(value) for value in data]) / len(data))


def harmonic_mean(data, weights=None):
    """The harmonic mean."""
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any([value < 0 for value in data]):
        raise StatisticsError('harmonic mean does not support negative values')
    if any([value == 0 for value in data]):
        return 0
    if weights is None and len(data) == 1:
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    numerator, denominator = _exact_sum([weight / value for value, weight in zip(data, weights)])
    return sum(weights) * denominator / numerator


def median(data):
    """The middle value, or the mean of the two."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The middle value, or the lower of the two."""
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the higher of the two."""
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    """The most frequent value."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    """All the most frequent values."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _squares(data, centre, what, least):
    # Numerator and denominator of the sum of squared distances from the mean.
    data = list(data)
    if len(data) < least:
        raise StatisticsError('%s requires at least %s' % (what, 'two data points' if least == 2 else 'one data point'))
    n, d = _exact_sum(data) if centre is None else centre.as_integer_ratio()
    if centre is None:
        d *= len(data)
    numerator = 0
    denominator = 1
    for value in data:
        vn, vd = value.as_integer_ratio()
        top = (vn * d - n * vd) ** 2
        bottom = (vd * d) ** 2
        numerator = numerator * bottom + top * denominator
        denominator *= bottom
        common = math.gcd(numerator, denominator)
        numerator //= common
        denominator //= common
    return numerator, denominator, len(data), _kind(data)


def variance(data, xbar=None):
    """The variance of a sample."""
    numerator, denominator, n, kind = _squares(data, xbar, 'variance', 2)
    return _quotient(numerator, denominator * (n - 1), kind)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    numerator, denominator, n, kind = _squares(data, mu, 'pvariance', 1)
    return _quotient(numerator, denominator * n, kind)


def _root(numerator, denominator):
    # The square root of a fraction, correctly rounded: an integer root of 64 bits or more, with a sticky last bit.
    shift = (numerator.bit_length() - denominator.bit_length() - 130) // 2
    if shift >= 0:
        square, rest = divmod(numerator, denominator << 2 * shift)
    else:
        square, rest = divmod(numerator << -2 * shift, denominator)
    root = math.isqrt(square)
    if rest or root * root != square:
        root |= 1
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    numerator, denominator, n, kind = _squares(data, xbar, 'stdev', 2)
    return _root(numerator, denominator * (n - 1))


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    numerator, denominator, n, kind = _squares(data, mu, 'pstdev', 1)
    return _root(numerator, denominator * n)


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 values that divide the data into n equal parts."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    result = []
    if method == 'inclusive':
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    elif method == 'exclusive':
        for i in range(1, n):
            j = i * (size + 1) // n
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    else:
        raise ValueError('Unknown method: %r' % method)
    return result
