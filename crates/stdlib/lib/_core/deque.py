# Twins of deque: script iterables, and items whose `__eq__` or `__lt__` is script code.
# Native hooks: `_collections.deque`.

from _collections import deque


def make(iterable=(), maxlen=None):
    return deque([item for item in iterable], maxlen)


def extend(self, iterable):
    for item in iterable:
        self.append(item)


def extendleft(self, iterable):
    for item in iterable:
        self.appendleft(item)


def iadd(self, iterable):
    extend(self, iterable)
    return self


def _items(self):
    return [item for item in self]


def count(self, value):
    return _items(self).count(value)


def index(self, value, start=0, stop=9223372036854775807):
    try:
        return _items(self).index(value, start, stop)
    except ValueError:
        raise ValueError('%r is not in deque' % (value,)) from None


def contains(self, value):
    return value in _items(self)


def remove(self, value):
    place = 0
    size = len(self)
    for item in _items(self):
        same = item is value or item == value
        if len(self) != size:
            raise IndexError('deque mutated during remove().')
        if same:
            del self[place]
            return
        place += 1
    raise ValueError('%r is not in deque' % (value,))


def eq(self, other):
    return _items(self) == _items(other)


def ne(self, other):
    return _items(self) != _items(other)


def lt(self, other):
    return _items(self) < _items(other)


def le(self, other):
    return _items(self) <= _items(other)


def gt(self, other):
    return _items(self) > _items(other)


def ge(self, other):
    return _items(self) >= _items(other)
