# gc: the collector is the interpreter's own; there are no generations to tune. [hidden: native code in CPython]
# Native hooks: `_gc.collect()`: collect now, and give the number of objects in cycles, or hanging on one, that were found
# dead; `_gc.kept()`: how many more it has kept for their `__del__` and what that needs; `_gc.enable(flag)`.

from _gc import collect as _collect, kept as _kept, enable as _enable

DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38
garbage = []
callbacks = []
_state = {'enabled': True, 'threshold': (2000, 10, 10), 'debug': 0}


def enable():
    """Collect when it is time to."""
    _state['enabled'] = True
    _enable(True)


def disable():
    """Memory is still collected when it is needed, but no `__del__` of an object in a cycle is called."""
    _state['enabled'] = False
    _enable(False)


def isenabled():
    """What enable() and disable() said."""
    return _state['enabled']


def collect(generation=2):
    """Collect now."""
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    for callback in callbacks:
        callback('start', {'generation': generation, 'collected': 0, 'uncollectable': 0})
    found = _collect()
    if _kept():
        # Those that their `__del__` has not brought back.
        found += _collect()
    for callback in callbacks:
        callback('stop', {'generation': generation, 'collected': found, 'uncollectable': 0})
    return found


def get_count():
    """Nothing is counted by generation."""
    return (0, 0, 0)


def get_threshold():
    """What set_threshold() said."""
    return _state['threshold']


def set_threshold(threshold0, threshold1=None, threshold2=None, /):
    """Accepted, without effect."""
    new = (threshold0, threshold1, threshold2)
    _state['threshold'] = tuple(old if value is None else value for old, value in zip(_state['threshold'], new))


def get_debug():
    """What set_debug() said."""
    return _state['debug']


def set_debug(flags):
    """Accepted, without effect."""
    _state['debug'] = flags


def get_objects(generation=None):
    """Objects are not listed."""
    return []


def get_referrers(*objs):
    """Objects are not listed."""
    return []


def get_referents(*objs):
    """Objects are not listed."""
    return []


def get_stats():
    """Three empty generations."""
    return [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]


def is_tracked(obj):
    """Whether the object may be part of a cycle."""
    return not isinstance(obj, (int, float, str, bytes, type(None)))


def is_finalized(obj):
    """Not known."""
    return False


def freeze():
    """Nothing to do."""


def unfreeze():
    """Nothing to do."""


def get_freeze_count():
    """Nothing is frozen."""
    return 0
