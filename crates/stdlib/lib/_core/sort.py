# Twins of `sorted` and `list.sort`: a stable merge sort that asks nothing of the items but `<`.
# Native hooks: `_vm.native_sort(keys, items, reverse)`: sort the list `keys` in place, stably, and move `items` (a list as
# long, or None) along; False, with nothing changed, when the keys are not built-in values that compare natively.

from _vm import native_sort


def sorted(iterable, /, *, key=None, reverse=False):
    result = [item for item in iterable]
    result.sort(key=key, reverse=reverse)
    return result


def list_sort(self, /, *, key=None, reverse=False):
    # As in CPython the list looks empty while its items are compared.
    items = list.copy(self)
    list.clear(self)
    try:
        if key is None:
            keys = items
        else:
            keys = [key(item) for item in items]
        if len(items) > 1:
            if not native_sort(keys, None if keys is items else items, bool(reverse)):
                items = _merge_sort(keys, items, bool(reverse))
    finally:
        modified = len(self) > 0
        list.clear(self)
        list.extend(self, items)
    if modified:
        raise ValueError('list modified during sort')


def _merge_sort(keys, items, reverse):
    # Sorts places rather than items, so that keys and items need not move together.
    places = list(range(len(items)))
    if reverse:
        places.reverse()
    places = _sort_places(keys, places)
    if reverse:
        places.reverse()
    return [items[place] for place in places]


def _sort_places(keys, places):
    runs = _runs(keys, places)
    while len(runs) > 1:
        merged = []
        for number in range(0, len(runs) - 1, 2):
            merged.append(_merge(keys, runs[number], runs[number + 1]))
        if len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    return runs[0]


def _runs(keys, places):
    # What is already in order stays together: sorted input costs one comparison per item.
    runs = []
    run = [places[0]]
    for number in range(1, len(places)):
        place = places[number]
        if keys[place] < keys[run[-1]]:
            if len(run) < 16:
                _insert(keys, run, place)
                continue
            runs.append(run)
            run = [place]
        else:
            run.append(place)
    runs.append(run)
    return runs


def _insert(keys, run, place):
    key = keys[place]
    low = 0
    high = len(run) - 1
    while low < high:
        middle = (low + high) // 2
        if key < keys[run[middle]]:
            high = middle
        else:
            low = middle + 1
    run.insert(low, place)


def _merge(keys, left, right):
    if not keys[right[0]] < keys[left[-1]]:
        return left + right
    result = []
    i = 0
    j = 0
    while i < len(left) and j < len(right):
        if keys[right[j]] < keys[left[i]]:
            result.append(right[j])
            j += 1
        else:
            result.append(left[i])
            i += 1
    result.extend(left[i:])
    result.extend(right[j:])
    return result
