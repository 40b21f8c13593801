# Twins of dict and set operations whose keys have a script's `__hash__` or `__eq__`.
# Native hooks, for a dict or set `table`: `_vm.table_candidates(table, hash)` -> list of (slot, key) with that hash;
# `table_value(d, slot)`; `table_replace(d, slot, value)`; `table_insert(d, hash, key, value)` / `table_insert(s, hash, key)`;
# `table_delete(table, slot)`; `table_key(table, slot)`. `_vm.special(obj, name)`.

from _vm import special, table_candidates, table_value, table_replace, table_insert, table_delete

_missing = object()


def _find(table, hash_, key):
    for slot, other in table_candidates(table, hash_):
        if other is key or other == key:
            return slot
    return -1


def dict_getitem(self, key):
    slot = _find(self, hash(key), key)
    if slot >= 0:
        return table_value(self, slot)
    if type(self) is not dict:
        method = special(self, '__missing__')
        if method is not None:
            return method(key)
    raise KeyError(key)


def dict_setitem(self, key, value):
    hash_ = hash(key)
    slot = _find(self, hash_, key)
    if slot >= 0:
        table_replace(self, slot, value)
    else:
        table_insert(self, hash_, key, value)


def dict_delitem(self, key):
    slot = _find(self, hash(key), key)
    if slot < 0:
        raise KeyError(key)
    table_delete(self, slot)


def dict_contains(self, key):
    return _find(self, hash(key), key) >= 0


def dict_get(self, key, default=None):
    slot = _find(self, hash(key), key)
    return table_value(self, slot) if slot >= 0 else default


def dict_setdefault(self, key, default=None):
    hash_ = hash(key)
    slot = _find(self, hash_, key)
    if slot >= 0:
        return table_value(self, slot)
    table_insert(self, hash_, key, default)
    return default


def dict_pop(self, key, default=_missing):
    slot = _find(self, hash(key), key)
    if slot >= 0:
        value = table_value(self, slot)
        table_delete(self, slot)
        return value
    if default is _missing:
        raise KeyError(key)
    return default


def dict_eq(self, other):
    if len(self) != len(other):
        return False
    for key, value in list(self.items()):
        found = other.get(key, _missing)
        if found is _missing or not (found is value or found == value):
            return False
    return True


def dict_ne(self, other):
    return not dict_eq(self, other)


def dict_or(self, other):
    result = dict(self)
    result.update(other)
    return result


def dict_ror(self, other):
    return dict_or(other, self)


def values_contains(values, value):
    for item in values:
        if item is value or item == value:
            return True
    return False


def items_contains(items, pair):
    if not isinstance(pair, tuple) or len(pair) != 2:
        return False
    for key, value in items:
        if (key is pair[0] or key == pair[0]) and (value is pair[1] or value == pair[1]):
            return True
    return False


def set_add(self, key):
    hash_ = hash(key)
    if _find(self, hash_, key) < 0:
        table_insert(self, hash_, key)


def set_contains(self, key):
    return _find(self, hash(key), key) >= 0


def set_discard(self, key):
    slot = _find(self, hash(key), key)
    if slot >= 0:
        table_delete(self, slot)


def set_remove(self, key):
    slot = _find(self, hash(key), key)
    if slot < 0:
        raise KeyError(key)
    table_delete(self, slot)
