# multiprocessing: processes with the interface of threads. No native hooks; see `context.py` for what there is.

from multiprocessing import context

__all__ = [name for name in dir(context._default_context) if not name.startswith('_')]
globals().update({name: getattr(context._default_context, name) for name in __all__})

SUBDEBUG = 5
SUBWARNING = 25
