# Twins of the list and tuple operations that compare items with a script's `__eq__` or `__lt__`.
# Native hooks: none.

def contains(sequence, value):
    # `value in sequence`, for lists, tuples and any iterator.
    for item in sequence:
        if item is value or item == value:
            return True
    return False


def list_index(self, value, start=0, stop=9223372036854775807):
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
            del self[place]
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
    # The items' own hashes, combined natively from a tuple of ints.
    return hash_combine([hash(item) for item in self])


def hash_combine(hashes):
    from _vm import combine_hashes
    return combine_hashes(hashes)
