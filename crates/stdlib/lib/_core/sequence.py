# Twins of the list and tuple operations that compare items with a script's `__eq__` or `__lt__`.
# Native hooks: `_vm.get_item`, `set_item`, `del_item`: subscripts of the built-in value, whatever a subclass overrides.

from _vm import combine_hashes, get_item, set_item, del_item
from _core.operate import as_index

def contains(sequence, value):
    # `value in sequence`, for lists, tuples and any iterator.
    for item in sequence:
        if item is value or item == value:
            return True
    return False


sequence_contains = iterable_contains = contains


# ---- positions that a script's __index__ gives ----

def _bound(value):
    if value is None:
        return None
    if not hasattr(type(value), '__index__'):
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return as_index(value)


def _slice(key):
    return slice(_bound(key.start), _bound(key.stop), _bound(key.step))


def _key(key):
    return _slice(key) if type(key) is slice else as_index(key)


def sequence_getitem(self, key):
    return get_item(self, _key(key))


def list_setitem(self, key, value):
    key = _key(key)
    if type(key) is slice:
        value = list(value)
    set_item(self, key, value)


def list_delitem(self, key):
    del_item(self, _key(key))


def slice_indices(self, length):
    return _slice(self).indices(as_index(length))


def slice_hash(self):
    return hash((self.start, self.stop, self.step))


def sequence_mul(self, count):
    return self * as_index(count)


def list_imul(self, count):
    list.__imul__(self, as_index(count))
    return self


def list_insert(self, index, item):
    list.insert(self, as_index(index), item)


def list_pop(self, index=-1):
    return list.pop(self, as_index(index))


def range_from(*args):
    return range(*[as_index(arg) for arg in args])


def range_count(self, value):
    return count(self, value)


def range_index(self, value):
    place = 0
    for item in self:
        if item == value:
            return place
        place += 1
    if isinstance(value, int):
        raise ValueError('%r is not in range' % (value,))
    raise ValueError('sequence.index(x): x not in sequence')


def list_index(self, value, start=0, stop=9223372036854775807):
    start = as_index(start)
    stop = as_index(stop)
    length = len(self)
    if start < 0:
        start += length
        if start < 0:
            start = 0
    if stop < 0:
        stop += length
    while start < stop and start < len(self):
        item = self[start]
        if item is value or item == value:
            return start
        start += 1
    raise ValueError('%r is not in list' % (value,))


def tuple_index(self, value, start=0, stop=9223372036854775807):
    start = as_index(start)
    stop = as_index(stop)
    length = len(self)
    if start < 0:
        start += length
        if start < 0:
            start = 0
    if stop < 0:
        stop += length
    while start < stop and start < length:
        item = self[start]
        if item is value or item == value:
            return start
        start += 1
    raise ValueError('tuple.index(x): x not in tuple')


def count(self, value):
    found = 0
    for item in self:
        if item is value or item == value:
            found += 1
    return found


list_count = count
tuple_count = count


def list_remove(self, value):
    place = 0
    while place < len(self):
        item = self[place]
        if item is value or item == value:
            del_item(self, place)
            return
        place += 1
    raise ValueError('list.remove(x): x not in list')


def deque_remove(self, value):
    place = 0
    length = len(self)
    while place < length:
        item = self[place]
        same = item is value or item == value
        if len(self) != length:
            raise IndexError('deque mutated during remove().')
        if same:
            del self[place]
            return
        place += 1
    raise ValueError('deque.remove(x): x not in deque')


def list_eq(self, other):
    if len(self) != len(other):
        return False
    place = 0
    while place < len(self) and place < len(other):
        a = self[place]
        b = other[place]
        if not (a is b or a == b):
            return False
        place += 1
    return len(self) == len(other)


def list_ne(self, other):
    return not list_eq(self, other)


def _first_difference(self, other):
    place = 0
    while place < len(self) and place < len(other):
        a = self[place]
        b = other[place]
        if not (a is b or a == b):
            return place
        place += 1
    return -1


def list_lt(self, other):
    place = _first_difference(self, other)
    if place < 0:
        return len(self) < len(other)
    return self[place] < other[place]


def list_le(self, other):
    place = _first_difference(self, other)
    if place < 0:
        return len(self) <= len(other)
    return self[place] <= other[place]


def list_gt(self, other):
    place = _first_difference(self, other)
    if place < 0:
        return len(self) > len(other)
    return self[place] > other[place]


def list_ge(self, other):
    place = _first_difference(self, other)
    if place < 0:
        return len(self) >= len(other)
    return self[place] >= other[place]


tuple_eq = deque_eq = list_eq
tuple_ne = deque_ne = list_ne
tuple_lt = deque_lt = list_lt
tuple_le = deque_le = list_le
tuple_gt = deque_gt = list_gt
tuple_ge = deque_ge = list_ge


def tuple_hash(self):
    # The items' own hashes, combined natively.
    return combine_hashes([hash(item) for item in self])
