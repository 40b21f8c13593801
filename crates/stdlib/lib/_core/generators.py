# Twins of generator methods, for generators that delegate to a sub-iterator by `yield from`.
# Native hooks: `_vm.delegate(gen)` (what it yields from, or None), `_vm.throw_here(gen, exc)` (raise where gen stopped).

from _vm import delegate, throw_here


def throw(gen, typ, val=None, tb=None):
    if isinstance(typ, type):
        exc = typ() if val is None else (val if isinstance(val, typ) else typ(val))
    else:
        exc = typ
    if tb is not None:
        exc.__traceback__ = tb
    sub = delegate(gen)
    if sub is None:
        return throw_here(gen, exc)
    if isinstance(exc, GeneratorExit):
        closer = getattr(sub, 'close', None)
        if closer is not None:
            try:
                closer()
            except BaseException as error:
                return throw_here(gen, error)
        return throw_here(gen, exc)
    thrower = getattr(sub, 'throw', None)
    if thrower is None:
        return throw_here(gen, exc)
    try:
        return thrower(exc)
    except BaseException as error:
        return throw_here(gen, error)


def close(gen):
    try:
        throw(gen, GeneratorExit())
    except StopIteration as stop:
        return stop.value
    except GeneratorExit:
        return None
    raise RuntimeError('generator ignored GeneratorExit')
