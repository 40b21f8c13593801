# Twins of the functions that run through an iterable, and the lazy iterators over script iterators.
# Native hooks: `_vm.set_iterator_type(generator, name)`: the type that a generator shows; gives the generator;
# `_vm.sum_add(state, item)`: add a number to the list [total, lost]; False when it is for `+`.

from _vm import set_iterator_type, sum_add
from _core.operate import as_index

_missing = object()


def all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def sum(iterable, /, start=0):
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(start, bytes):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    items = iter(iterable)
    kind = type(start)
    if kind is not int and kind is not float:
        return _sum_any(start, items)
    state = [start, 0.0]
    add = sum_add
    for item in items:
        if not add(state, item):
            return _sum_any(_compensated(state[0], state[1]) + item, items)
    return _compensated(state[0], state[1])


# ---- where a native that a generator fed has met a value that needs script code: the rest of its work ----

def sum_from(total, item, rest):
    return _sum_any(total + item, rest)


def all_from(item, rest):
    if not item:
        return False
    return all(rest)


def any_from(item, rest):
    if item:
        return True
    return any(rest)


def max_from(best, item, rest):
    if item > best:
        best = item
    for item in rest:
        if item > best:
            best = item
    return best


def min_from(best, item, rest):
    if item < best:
        best = item
    for item in rest:
        if item < best:
            best = item
    return best


def _compensated(total, lost):
    # What rounding has lost of a sum of floats; infinities and NaN have nothing to make up for.
    if lost and lost - lost == 0.0:
        return total + lost
    return total


def _sum_any(total, items):
    for item in items:
        total = total + item
    return total


def min(*args, key=None, default=_missing):
    items = _candidates('min', args, default)
    best = next(items, _missing)
    if best is _missing:
        return _no_candidate('min', default)
    if key is None:
        for item in items:
            if item < best:
                best = item
        return best
    weight = key(best)
    for item in items:
        other = key(item)
        if other < weight:
            best = item
            weight = other
    return best


def max(*args, key=None, default=_missing):
    items = _candidates('max', args, default)
    best = next(items, _missing)
    if best is _missing:
        return _no_candidate('max', default)
    if key is None:
        for item in items:
            if item > best:
                best = item
        return best
    weight = key(best)
    for item in items:
        other = key(item)
        if other > weight:
            best = item
            weight = other
    return best


def _candidates(name, args, default):
    if len(args) == 1:
        return iter(args[0])
    if not args:
        raise TypeError('%s expected at least 1 argument, got 0' % name)
    if default is not _missing:
        raise TypeError('Cannot specify a default for %s() with multiple positional arguments' % name)
    return iter(args)


def _no_candidate(name, default):
    if default is _missing:
        raise ValueError('%s() iterable argument is empty' % name)
    return default


# ---- lazy iterators: each call makes a generator that shows the type name of its native ----

def map_new(func, *iterables):
    return set_iterator_type(map_iter(func, *[iter(iterable) for iterable in iterables]), 'map')


def filter_new(func, iterable):
    return set_iterator_type(filter_iter(func, iter(iterable)), 'filter')


def zip_new(*iterables, strict=False):
    return set_iterator_type(zip_iter(strict, *[iter(iterable) for iterable in iterables]), 'zip')


def enumerate_new(iterable, start=0):
    return set_iterator_type(enumerate_iter(iter(iterable), as_index(start)), 'enumerate')


def generator_next(self):
    # The next item of a generator that shows one of these types.
    for item in self:
        return item
    raise StopIteration


def map_iter(func, *iterators):
    if len(iterators) == 1:
        for item in iterators[0]:
            yield func(item)
        return
    while True:
        args = []
        for iterator in iterators:
            item = next(iterator, _missing)
            if item is _missing:
                return
            args.append(item)
        yield func(*args)


def filter_iter(func, iterable):
    if func is None or func is bool:
        for item in iterable:
            if item:
                yield item
    else:
        for item in iterable:
            if func(item):
                yield item


def zip_iter(strict, *iterators):
    while iterators:
        items = []
        for iterator in iterators:
            item = next(iterator, _missing)
            if item is _missing:
                if strict:
                    _check_strict(iterators, len(items))
                return
            items.append(item)
        yield tuple(items)


def _check_strict(iterators, ended):
    # The iterator number `ended` has just ended: all others must end as well.
    if ended:
        plural = ' ' if ended == 1 else 's 1-'
        raise ValueError('zip() argument %d is shorter than argument%s%d' % (ended + 1, plural, ended))
    for place in range(1, len(iterators)):
        if next(iterators[place], _missing) is not _missing:
            plural = ' ' if place == 1 else 's 1-'
            raise ValueError('zip() argument %d is longer than argument%s%d' % (place + 1, plural, place))


def enumerate_iter(iterable, start=0):
    count = start
    for item in iterable:
        yield count, item
        count += 1


def reversed_iter(sequence):
    index = len(sequence) - 1
    while index >= 0:
        try:
            item = sequence[index]
        except (IndexError, StopIteration):
            return
        yield item
        index -= 1


def callable_iter(func, sentinel):
    # iter(func, sentinel)
    while True:
        try:
            item = func()
        except StopIteration:
            return
        if item == sentinel:
            return
        yield item


def getitem_iter(sequence):
    # The old protocol: an object with __getitem__ and no __iter__.
    index = 0
    while True:
        try:
            item = sequence[index]
        except (IndexError, StopIteration):
            return
        yield item
        index += 1
