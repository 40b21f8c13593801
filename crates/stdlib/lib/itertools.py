# itertools: lazy iterators, as generators. [hidden: native code in CPython]
# Native hooks: none. A function that checks its arguments at once returns the generator of a second one.

def count(start=0, step=1):
    """start, start + step, … without end."""
    if not isinstance(start, (int, float)) and not hasattr(start, '__add__'):
        raise TypeError('a number is required')
    return _count(start, step)


def _count(value, step):
    while True:
        yield value
        value += step


def cycle(iterable):
    """The items over and over."""
    return _cycle(iter(iterable))


def _cycle(iterator):
    saved = []
    for item in iterator:
        saved.append(item)
        yield item
    while saved:
        for item in saved:
            yield item


def repeat(object, times=None):
    """The same object over and over, or so many times."""
    if times is None:
        return _repeat_for_ever(object)
    return _repeat(object, times.__index__())


def _repeat_for_ever(object):
    while True:
        yield object


def _repeat(object, times):
    while times > 0:
        times -= 1
        yield object


def _chain(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


class chain:
    """The items of one iterable after the other."""

    def __new__(cls, *iterables):
        return _chain(iterables)

    def from_iterable(iterable):
        """The same, for an iterable of iterables."""
        return _chain(iter(iterable))

    from_iterable = staticmethod(from_iterable)


def compress(data, selectors):
    """The data whose selectors are true."""
    return _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


def dropwhile(predicate, iterable, /):
    """The items from the first one on that does not fulfil the predicate."""
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    for item in iterator:
        yield item


def takewhile(predicate, iterable, /):
    """The items up to the first one that does not fulfil the predicate."""
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


def filterfalse(function, iterable, /):
    """The items that do not fulfil the predicate."""
    return _filterfalse(bool if function is None else function, iter(iterable))


def _filterfalse(function, iterator):
    for item in iterator:
        if not function(item):
            yield item


def starmap(function, iterable, /):
    """function(*args) for each args of the iterable."""
    return _starmap(function, iter(iterable))


def _starmap(function, iterator):
    for args in iterator:
        yield function(*args)


def accumulate(iterable, func=None, *, initial=None):
    """The running total, or the running result of a function of two arguments."""
    return _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, func, total):
    if total is None:
        for total in iterator:
            break
        else:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


def pairwise(iterable, /):
    """Each item together with the one after it."""
    return _pairwise(iter(iterable))


def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item


def batched(iterable, n, *, strict=False):
    """Tuples of n items; the last may be shorter unless strict."""
    if n < 1:
        raise ValueError('n must be at least one')
    return _batched(iter(iterable), n, strict)


def _batched(iterator, n, strict):
    batch = []
    for item in iterator:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        if strict:
            raise ValueError('batched(): incomplete batch')
        yield tuple(batch)


def _limit(value, text):
    if value is None:
        return None
    if not hasattr(value, '__index__') or value.__index__() < 0:
        raise ValueError(text)
    return value.__index__()


def islice(iterable, *args):
    """The items that a slice of the same arguments would pick."""
    if not args:
        raise TypeError('islice expected at least 2 arguments, got 1')
    if len(args) > 3:
        raise TypeError('islice expected at most 4 arguments, got %d' % (len(args) + 1))
    text = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
    if len(args) == 1:
        start = 0
        stop = _limit(args[0], 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        step = 1
    else:
        start = _limit(args[0], text) or 0
        stop = _limit(args[1], text)
        step = 1
        if len(args) == 3 and args[2] is not None:
            step = args[2]
            if not hasattr(step, '__index__') or step.__index__() < 1:
                raise ValueError('Step for islice() must be a positive integer or None.')
    return _islice(iter(iterable), start, stop, step)


def _islice(iterator, start, stop, step):
    place = 0
    wanted = start
    # Nothing beyond `stop` may be taken from the iterator.
    while stop is None or wanted < stop:
        while place <= wanted:
            try:
                item = next(iterator)
            except StopIteration:
                return
            place += 1
        yield item
        wanted += step
    while place < stop:
        try:
            next(iterator)
        except StopIteration:
            return
        place += 1


def zip_longest(*iterables, fillvalue=None):
    """Like zip, up to the end of the longest."""
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(iterators, fillvalue):
    left = len(iterators)
    while left:
        items = []
        for place, iterator in enumerate(iterators):
            item = fillvalue
            if iterator is not None:
                try:
                    item = next(iterator)
                except StopIteration:
                    iterators[place] = None
                    left -= 1
                    if not left:
                        return
            items.append(item)
        yield tuple(items)


def product(*iterables, repeat=1):
    """All tuples with one item of each iterable."""
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    for pool in pools:
        if not pool:
            return
    places = [0] * len(pools)
    while True:
        yield tuple([pool[place] for pool, place in zip(pools, places)])
        turn = len(pools) - 1
        while turn >= 0:
            places[turn] += 1
            if places[turn] < len(pools[turn]):
                break
            places[turn] = 0
            turn -= 1
        if turn < 0:
            return


def permutations(iterable, r=None):
    """All tuples of r different places."""
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if r < 0:
        raise ValueError('r must be non-negative')
    return _permutations(pool, r)


def _permutations(pool, r):
    size = len(pool)
    if r > size:
        return
    places = list(range(r))
    used = [place < r for place in range(size)]
    while True:
        yield tuple([pool[place] for place in places])
        # The last place that can still grow grows; those after it start again from the smallest free ones.
        turn = r - 1
        while turn >= 0:
            place = places[turn]
            used[place] = False
            place += 1
            while place < size and used[place]:
                place += 1
            if place < size:
                places[turn] = place
                used[place] = True
                break
            turn -= 1
        if turn < 0:
            return
        for later in range(turn + 1, r):
            place = used.index(False)
            places[later] = place
            used[place] = True


def combinations(iterable, r):
    """All tuples of r places in order."""
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations(tuple(iterable), r)


def _combinations(pool, r):
    size = len(pool)
    if r > size:
        return
    places = list(range(r))
    while True:
        yield tuple([pool[place] for place in places])
        turn = r - 1
        while turn >= 0 and places[turn] == turn + size - r:
            turn -= 1
        if turn < 0:
            return
        places[turn] += 1
        for later in range(turn + 1, r):
            places[later] = places[later - 1] + 1


def combinations_with_replacement(iterable, r):
    """All tuples of r places in order, each place any number of times."""
    if r < 0:
        raise ValueError('r must be non-negative')
    return _combinations_with_replacement(tuple(iterable), r)


def _combinations_with_replacement(pool, r):
    size = len(pool)
    if not size and r:
        return
    places = [0] * r
    while True:
        yield tuple([pool[place] for place in places])
        turn = r - 1
        while turn >= 0 and places[turn] == size - 1:
            turn -= 1
        if turn < 0:
            return
        places[turn:] = [places[turn] + 1] * (r - turn)


class groupby:
    """Runs of items with the same key: pairs of the key and an iterator over the run."""

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._run = 0
        self._open = False   # is there an item read and not given away yet?
        self._ended = False

    def __iter__(self):
        return self

    def _read(self):
        try:
            self._item = next(self._iterator)
        except StopIteration:
            self._ended = True
            self._open = False
            return
        self._item_key = self._item if self._key is None else self._key(self._item)
        self._open = True

    def __next__(self):
        if self._run == 0:
            self._read()
        else:
            # What the script left of the last run is passed over.
            while not self._ended and (not self._open or self._item_key == self._run_key):
                self._read()
        if self._ended:
            raise StopIteration
        self._run += 1
        self._run_key = self._item_key
        return self._run_key, self._items(self._run, self._run_key)

    def _items(self, run, key):
        while self._run == run and not self._ended:
            if not self._open:
                self._read()
                if self._ended:
                    return
            if not self._item_key == key:
                return
            self._open = False
            yield self._item


def tee(iterable, n=2, /):
    """n iterators over the same items."""
    if n < 0:
        raise ValueError('n must be >= 0')
    iterator = iter(iterable)
    # Each link is [item, next link], filled by whoever comes first.
    link = [None, None]
    return tuple([_tee(iterator, link) for _ in range(n)])


def _tee(iterator, link):
    while True:
        if link[1] is None:
            try:
                item = next(iterator)
            except StopIteration:
                return
            link[0] = item
            link[1] = [None, None]
        item = link[0]
        link = link[1]
        yield item
