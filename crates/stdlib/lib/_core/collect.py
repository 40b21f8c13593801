# Twins that fill built-in containers from script iterators, and of the containers' own methods.
# Native hooks: none beyond the container types, whose methods are called by their class: a script may override them.

_append = list.append
_add = set.add
_set_item = dict.__setitem__
_update = dict.update

def list_from_iter(iterable):
    return [item for item in iterable]


def list_init(self, iterable=()):
    items = list_from_iter(iterable)
    list.clear(self)
    list.extend(self, items)


def list_extend(self, iterable):
    for item in iterable:
        _append(self, item)


def list_iadd(self, iterable):
    for item in iterable:
        _append(self, item)
    return self


def tuple_from_iter(iterable):
    return tuple(list_from_iter(iterable))


def set_from_iter(iterable):
    return {item for item in iterable}


def set_from(result, item, rest):
    # The rest of set(generator), from the first item that script code must hash or compare.
    _add(result, item)
    for item in rest:
        _add(result, item)
    return result


def frozenset_from_iter(iterable):
    return frozenset(set_from_iter(iterable))


def dict_from(*args, **kwargs):
    result = {}
    dict_update(result, *args, **kwargs)
    return result


def dict_update(self, /, *args, **kwargs):
    if args:
        other = args[0]
        if hasattr(other, 'keys'):
            for key in other.keys():
                _set_item(self, key, other[key])
        else:
            _update_from_pairs(self, other)
    for key in kwargs:
        _set_item(self, key, kwargs[key])


dict_init = dict_update


def dict_ior(self, other):
    dict_update(self, other)
    return self


def _update_from_pairs(self, pairs):
    if type(pairs) is not list:
        # A native update once the pairs are there, unless they run script code themselves.
        _update(self, [pair for pair in pairs])
        return
    place = 0
    for pair in pairs:
        try:
            items = list(pair)
        except TypeError:
            raise TypeError('cannot convert dictionary update sequence element #%d to a sequence' % place)
        if len(items) != 2:
            raise ValueError('dictionary update sequence element #%d has length %d; 2 is required'
                             % (place, len(items)))
        _set_item(self, items[0], items[1])
        place += 1


def dict_fromkeys(cls, iterable, value=None):
    result = cls()
    for key in iterable:
        result[key] = value
    return result


def unpack(iterable, count):
    # UNPACK_SEQUENCE: a tuple of exactly `count` items.
    iterator = iter(iterable)
    items = []
    for item in iterator:
        if len(items) == count:
            raise ValueError('too many values to unpack (expected %d)' % count)
        items.append(item)
    if len(items) < count:
        raise ValueError('not enough values to unpack (expected %d, got %d)' % (count, len(items)))
    return tuple(items)


def unpack_ex(iterable, before, after):
    # UNPACK_EX: `before` items, a list of the rest, `after` items.
    items = list_from_iter(iterable)
    if len(items) < before + after:
        raise ValueError('not enough values to unpack (expected at least %d, got %d)' % (before + after, len(items)))
    end = len(items) - after
    return tuple(items[:before]) + (items[before:end],) + tuple(items[end:])


def str_join(self, iterable):
    return self.join(list_from_iter(iterable))


def bytes_join(self, iterable):
    return self.join(list_from_iter(iterable))


def bytes_from(source, *args):
    # bytes(obj): by __bytes__, a length by __index__, or the items.
    method = getattr(type(source), '__bytes__', None)
    if method is not None:
        result = method(source)
        if not isinstance(result, bytes):
            raise TypeError('__bytes__ returned non-bytes (type %s)' % type(result).__name__)
        return result
    if hasattr(type(source), '__index__'):
        return bytes(source.__index__())
    return bytes(list_from_iter(source))


def bytearray_from(source, *args):
    return bytearray(bytes_from(source, *args))


def bytearray_extend(self, iterable):
    self.extend(bytes(list_from_iter(iterable)))


# ---- sets with a script iterable ----

def set_init(self, iterable=()):
    items = set_from_iter(iterable)
    set.clear(self)
    set.update(self, items)


def set_update(self, *iterables):
    for iterable in iterables:
        for item in iterable:
            _add(self, item)


def set_union(self, *iterables):
    result = set(self)
    set_update(result, *iterables)
    return result if isinstance(self, set) else frozenset(result)


def set_intersection(self, *iterables):
    result = self
    for iterable in iterables:
        kept = set()
        for item in iterable:
            if item in result:
                kept.add(item)
        result = kept
    return set(result) if isinstance(self, set) else frozenset(result)


def set_difference(self, *iterables):
    result = set(self)
    for iterable in iterables:
        for item in iterable:
            result.discard(item)
    return result if isinstance(self, set) else frozenset(result)


def set_symmetric_difference(self, iterable):
    other = set_from_iter(iterable)
    result = set()
    for item in self:
        if item not in other:
            result.add(item)
    for item in other:
        if item not in self:
            result.add(item)
    return result if isinstance(self, set) else frozenset(result)


def set_intersection_update(self, *iterables):
    kept = set_intersection(self, *iterables)
    set.clear(self)
    set_update(self, kept)


def set_difference_update(self, *iterables):
    for iterable in iterables:
        for item in iterable:
            set.discard(self, item)


def set_symmetric_difference_update(self, iterable):
    kept = set_symmetric_difference(self, iterable)
    set.clear(self)
    set_update(self, kept)


def set_isdisjoint(self, iterable):
    for item in iterable:
        if item in self:
            return False
    return True


def set_issubset(self, iterable):
    other = set_from_iter(iterable)
    for item in self:
        if item not in other:
            return False
    return True


def set_issuperset(self, iterable):
    for item in iterable:
        if item not in self:
            return False
    return True


def set_eq(self, other):
    return len(self) == len(other) and set_issubset(self, other)


def set_ne(self, other):
    return not set_eq(self, other)


def set_lt(self, other):
    return len(self) < len(other) and set_issubset(self, other)


def set_le(self, other):
    return len(self) <= len(other) and set_issubset(self, other)


def set_gt(self, other):
    return len(self) > len(other) and set_issuperset(self, other)


def set_ge(self, other):
    return len(self) >= len(other) and set_issuperset(self, other)


# ---- reflected and in-place operators of sets ----

def set_rand(self, other):
    return set_intersection(other, self)


def set_ror(self, other):
    return set_union(other, self)


def set_rsub(self, other):
    return set_difference(other, self)


def set_rxor(self, other):
    return set_symmetric_difference(other, self)


def set_iand(self, other):
    set_intersection_update(self, other)
    return self


def set_ior(self, other):
    set_update(self, other)
    return self


def set_isub(self, other):
    set_difference_update(self, other)
    return self


def set_ixor(self, other):
    set_symmetric_difference_update(self, other)
    return self


# ---- views of dict keys and items as sets ----

def view_and(self, other):
    return set_intersection(set_from_iter(self), other)


def view_or(self, other):
    return set_union(set_from_iter(self), other)


def view_sub(self, other):
    return set_difference(set_from_iter(self), other)


def view_rsub(self, other):
    return set_difference(set_from_iter(other), self)


def view_xor(self, other):
    return set_symmetric_difference(set_from_iter(self), other)


def view_isdisjoint(self, other):
    return set_isdisjoint(set_from_iter(self), other)


def view_lt(self, other):
    return set_lt(set_from_iter(self), set_from_iter(other))


def view_le(self, other):
    return set_le(set_from_iter(self), set_from_iter(other))


def view_eq(self, other):
    return set_eq(set_from_iter(self), set_from_iter(other))


def view_ne(self, other):
    return not set_eq(set_from_iter(self), set_from_iter(other))


def view_gt(self, other):
    return set_gt(set_from_iter(self), set_from_iter(other))


def view_ge(self, other):
    return set_ge(set_from_iter(self), set_from_iter(other))
