# except*: splitting exception groups, and raising what is left (PEP 654).


def split_match(exc, pattern):
    # (match, rest): what CHECK_EG_MATCH leaves, the match on top.
    _check(pattern)
    if exc is None:
        return None, None
    if isinstance(exc, pattern):
        if isinstance(exc, BaseExceptionGroup):
            return exc, None
        return _grouped(exc), None
    if isinstance(exc, BaseExceptionGroup):
        match, rest = exc.split(pattern)
        return match, rest
    return None, exc


def _check(pattern):
    for one in pattern if isinstance(pattern, tuple) else (pattern,):
        if not isinstance(one, type) or not issubclass(one, BaseException):
            raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        if issubclass(one, BaseExceptionGroup):
            raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')


def _grouped(exc):
    group = ExceptionGroup('', [exc]) if isinstance(exc, Exception) else BaseExceptionGroup('', [exc])
    group.__traceback__ = exc.__traceback__
    return group


def _matcher(condition):
    if isinstance(condition, type) or isinstance(condition, tuple):
        return lambda exc: isinstance(exc, condition)
    if callable(condition):
        return condition
    raise TypeError('expected a function, exception type or tuple of exception types')


def _derive(group, excs):
    made = group.derive(excs)
    made.__traceback__ = group.__traceback__
    made.__cause__ = group.__cause__
    made.__context__ = group.__context__
    made.__suppress_context__ = group.__suppress_context__
    notes = getattr(group, '__notes__', None)
    if notes is not None:
        made.__notes__ = list(notes)
    return made


def group_split(group, condition):
    matches = _matcher(condition)
    if matches(group):
        return group, None
    yes, no = [], []
    for exc in group.exceptions:
        if isinstance(exc, BaseExceptionGroup):
            match, rest = exc.split(condition)
            if match is not None:
                yes.append(match)
            if rest is not None:
                no.append(rest)
        elif matches(exc):
            yes.append(exc)
        else:
            no.append(exc)
    return _derive(group, yes) if yes else None, _derive(group, no) if no else None


def group_subgroup(group, condition):
    return group_split(group, condition)[0]


def group_derive(group, excs):
    return BaseExceptionGroup(group.message, excs)


def prep_reraise_star(original, raised):
    # What to raise after all except* clauses: new exceptions, and what nobody caught.
    if not raised:
        return None
    raised = [exc for exc in raised if exc is not None]
    if not raised:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return raised[0]
    new, again = [], []
    for exc in raised:
        (again if _belongs(exc, original) else new).append(exc)
    rest = _reunite(original, again) if again else None
    if not new:
        return rest
    if rest is not None:
        new.append(rest)
    return BaseExceptionGroup('', new)


def _leaves(exc):
    if isinstance(exc, BaseExceptionGroup):
        found = []
        for one in exc.exceptions:
            found.extend(_leaves(one))
        return found
    return [exc]


def _belongs(exc, original):
    known = [id(leaf) for leaf in _leaves(original)]
    return isinstance(exc, BaseExceptionGroup) and all(id(leaf) in known for leaf in _leaves(exc))


def _reunite(original, parts):
    kept = [id(leaf) for part in parts for leaf in _leaves(part)]
    return original.split(lambda exc: id(exc) in kept)[0] if kept else None
