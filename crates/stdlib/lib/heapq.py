# heapq: a list as a heap, the smallest item first. [hidden: native code in CPython]
# Native hooks: `_heapq`.

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


from _heapq import heappush, heappop, heapify, heapreplace, heappushpop, _heappop_max, _heapreplace_max, _heapify_max


def nlargest(n, iterable, key=None):
    """The n largest items, largest first."""
    if n <= 0:
        return []
    return sorted(iterable, key=key, reverse=True)[:n]


def nsmallest(n, iterable, key=None):
    """The n smallest items, smallest first."""
    if n <= 0:
        return []
    return sorted(iterable, key=key)[:n]


class _Descending:
    """A key that sorts the other way round."""

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key


def merge(*iterables, key=None, reverse=False):
    """One sorted iterator over several sorted iterables."""
    heap = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for item in iterator:
            heap.append(_entry(item, order, iterator, key, reverse))
            break
    heapify(heap)
    while heap:
        weight, order, item, iterator = heap[0]
        yield item
        for item in iterator:
            heapreplace(heap, _entry(item, order, iterator, key, reverse))
            break
        else:
            heappop(heap)


def _entry(item, order, iterator, key, reverse):
    weight = item if key is None else key(item)
    return (_Descending(weight) if reverse else weight, order, item, iterator)
