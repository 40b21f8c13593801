# Twins of `_heapq`, for items whose `__lt__` is script code or fails. Items are exchanged one by one, as in CPython's C code:
# script code that looks at the heap meanwhile sees the same.
# Native hooks: none.


def _changed(heap, size):
    if len(heap) != size:
        raise RuntimeError('list changed size during iteration')


def _rise(heap, top, place, largest):
    # Exchange the item at `place` with its parents until one of them comes first.
    size = len(heap)
    if place >= size:
        raise IndexError('index out of range')
    while place > top:
        above = (place - 1) >> 1
        if largest:
            comes_first = heap[above] < heap[place]
        else:
            comes_first = heap[place] < heap[above]
        _changed(heap, size)
        if not comes_first:
            break
        heap[above], heap[place] = heap[place], heap[above]
        place = above


def _sink(heap, place, largest):
    # Exchange the item with the child that comes first, down to a leaf; then let it rise.
    size = len(heap)
    top = place
    if place >= size:
        raise IndexError('index out of range')
    limit = size >> 1
    while place < limit:
        child = 2 * place + 1
        if child + 1 < size:
            if largest:
                comes_first = heap[child + 1] < heap[child]
            else:
                comes_first = heap[child] < heap[child + 1]
            _changed(heap, size)
            if not comes_first:
                child += 1
        heap[place], heap[child] = heap[child], heap[place]
        place = child
    _rise(heap, top, place, largest)


def heappush(heap, item):
    list.append(heap, item)
    _rise(heap, 0, len(heap) - 1, False)


def heappop(heap, largest=False):
    last = list.pop(heap)
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0, largest)
    return first


def heapreplace(heap, item, largest=False):
    first = heap[0]
    heap[0] = item
    _sink(heap, 0, largest)
    return first


def heappushpop(heap, item):
    if not heap[0] < item:
        return item
    if not heap:
        raise IndexError('index out of range')
    first = heap[0]
    heap[0] = item
    _sink(heap, 0, False)
    return first


def heapify(heap, largest=False):
    for place in range((len(heap) >> 1) - 1, -1, -1):
        _sink(heap, place, largest)


def heappop_max(heap):
    return heappop(heap, True)


def heapreplace_max(heap, item):
    return heapreplace(heap, item, True)


def heapify_max(heap):
    heapify(heap, True)
