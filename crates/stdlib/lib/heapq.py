# heapq: a list as a heap, the smallest item first. [hidden: native code in CPython]
# Native hooks: none.

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def _up(heap, place, top=0):
    # Move the item at `place` towards the top until its parent is not larger.
    item = heap[place]
    while place > top:
        above = (place - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[place] = parent
        place = above
    heap[place] = item


def _down(heap, place):
    # Lead a hole along the smaller children to a leaf, put the item there, let it rise.
    end = len(heap)
    top = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _up(heap, place, top)


def _check(heap):
    if not isinstance(heap, list):
        raise TypeError('heap argument must be a list')


def heappush(heap, item, /):
    """Put an item on the heap."""
    _check(heap)
    heap.append(item)
    _up(heap, len(heap) - 1)


def heappop(heap, /):
    """Take the smallest item off the heap."""
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _down(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Take the smallest item off, then put an item on."""
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    smallest = heap[0]
    heap[0] = item
    _down(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Put an item on, then take the smallest off."""
    _check(heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(heap, /):
    """Turn a list into a heap."""
    _check(heap)
    for place in range(len(heap) // 2 - 1, -1, -1):
        _down(heap, place)


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
